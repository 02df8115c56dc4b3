import { uncurry } from "./uncurry.ts";

export const getTimezoneOffset: (date: Date) => number = uncurry(Date.prototype.getTimezoneOffset);
export const toTimeString: (date: Date) => string = uncurry(Date.prototype.toTimeString);

/** Before time zones, when clocks showed another time in each city, and a summer of ours: zones differ in one of them. */
const EARLY = new Date(-6e12);
const LATE = new Date(1.72e12);

/** The host's time zone and its language, which has a name for the zone. Engines take fifty times as long to name them. */
export function clockNow(): string {
  return toTimeString(EARLY) + getTimezoneOffset(LATE);
}
