/** Errors that only pages with `<use>` can meet; they load with what watches it. */
import { RuneError } from "@rune/schema";

export function drawingTooLarge(limit: number): RuneError {
  return new RuneError(
    "drawing_too_large",
    `What <use>, masks, patterns and the like show comes to more than ${limit} elements, is nested too deep, or refers to itself. It was taken away; the page goes on.`,
    { data: { limit } },
  );
}
