/** Errors that only pages with fields can meet; they load with these. */
import { RuneError } from "@rune/schema";

export function modelNotAssignable(name: string): RuneError {
  return new RuneError(
    "model_not_assignable",
    `\`${name}\` cannot be assigned, so what was entered is in no place of the data.`,
    {
      data: { name },
    },
  );
}
