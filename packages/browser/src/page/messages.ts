/** Errors of what a page loads besides its view; they load with the verifier. */
import { RuneError } from "@rune/schema";

export function styleSheetRefused(file: string, refusal: string): RuneError {
  return new RuneError("style_sheet_refused", `The style sheet ${file} was refused: ${refusal}.`, { data: { file } });
}

export function outletMissing(app: string): RuneError {
  return new RuneError("outlet_missing", `A layout of ${app} has no outlet, so what is inside of it has no place.`);
}
