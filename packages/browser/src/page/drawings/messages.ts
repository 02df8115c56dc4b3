/** Errors that only pages with `<use>` can meet; they load with what watches it. */
import { RuneError } from "@rune/schema";

export function drawingTooLarge(limit: number): RuneError {
  return new RuneError(
    "drawing_too_large",
    `What <use> shows on the page comes to more than ${limit} elements, or refers to itself too often. It was taken away; the page goes on.`,
    { data: { limit } },
  );
}
