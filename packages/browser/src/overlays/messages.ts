/** Errors of overlays; they load with what shows these. */
import { RuneError } from "@rune/schema";

export function overlayRefused(id: string, reason: string): RuneError {
  return new RuneError("overlay_refused", `The overlay \`${id}\` was not opened: ${reason}.`, {
    data: { overlay: id },
  });
}
