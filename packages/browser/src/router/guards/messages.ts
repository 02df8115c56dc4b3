/** Errors that only guards can cause; they load with the first visit that one of them sends away. */
import { RuneError } from "@rune/schema";

export function guardRing(paths: readonly string[]): RuneError {
  return new RuneError(
    "route_guard_ring",
    `Guards send each other in a ring: ${paths.join(" → ")}. Let one of them pass, by returning nothing.`,
    { data: { paths } },
  );
}

export function guardAnswerInvalid(path: string, answer: unknown): RuneError {
  const found = typeof answer === "string" ? `\`${answer}\`` : `a value of type ${typeof answer}`;
  return new RuneError(
    "route_guard_answer",
    `The guard of ${path} returned ${found}. It returns another path of this app, such as \`/login\`, or nothing.`,
    { data: { path } },
  );
}
