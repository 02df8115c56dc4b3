import type { JavascriptFunctions } from "./javascript-function.ts";
import { tagOf } from "./tag-of.ts";
import { uncurry } from "./uncurry.ts";

const HostDate = Date;
const getTime = uncurry<Date, [], number>(Date.prototype.getTime);

/** What operators do with values that the guest cannot look into. */
export function createHostValueFunctions(): JavascriptFunctions {
  return {
    // Dates are ordered by their times; of anything else there is none.
    host_time: (value: unknown) => (value instanceof HostDate ? getTime(value) : NaN),
    host_tag: (value: unknown) => tagOf(value),
    host_text: (value: unknown) => (typeof value === "string" ? value : null),
    host_equals: (a: unknown, b: unknown) => a === b,
    host_truthy: (value: unknown) => !!value,
    host_typeof: (value: unknown) => typeof value,
  };
}
