/** Errors that only pages with `<rune-app>` can meet. */
import { RuneError } from "@rune/schema";

export function elementInApp(): RuneError {
  return new RuneError(
    "element_in_app",
    "An app cannot mount another one: what that may do would be the app's to say. Put the element into the page around the app.",
  );
}
