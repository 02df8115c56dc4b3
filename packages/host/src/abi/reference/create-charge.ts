import type { Charge } from "../../fuel/charge.ts";
import type { GuestOptions } from "../abi.ts";
import type { GuestFailures } from "./guest-failures.ts";
import { outOfFuel } from "./messages.ts";
import { FUEL_EXPORT } from "./names.ts";

/** Ticks for what the host does while a module starts, when its counter cannot be reached yet. */
const START_TICKS = 200_000_000;

/** What takes ticks off those of a guest, if its module counts them. */
export function createCharge(
  module: WebAssembly.Module,
  { entry, fail }: Pick<GuestOptions, "entry" | "fail">,
  failures: GuestFailures,
): Charge | undefined {
  const isMetered = WebAssembly.Module.exports(module).some(
    ({ name, kind }) => name === FUEL_EXPORT && kind === "global",
  );
  if (!isMetered) return undefined;
  let early = START_TICKS;
  return (ticks) => {
    const { meter } = failures;
    if (!meter) {
      early -= ticks;
      if (early < 0) throw fail(outOfFuel(entry.file, "(start)", {}, undefined));
    } else if (!meter.take(ticks)) {
      // As its own code would have trapped. Who has called it is told why.
      throw new WebAssembly.RuntimeError("out of fuel");
    }
  };
}
