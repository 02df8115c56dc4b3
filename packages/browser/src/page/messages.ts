/** Errors of what a page loads besides its view; they load with the verifier. */
import { RuneError } from "@rune/schema";

export function styleSheetRefused(file: string, refusal: string): RuneError {
  return new RuneError("style_sheet_refused", `The style sheet ${file} was refused: ${refusal}.`, { data: { file } });
}
