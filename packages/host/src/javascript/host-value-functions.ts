import type { JavascriptFunctions } from "./javascript-function.ts";

/** What operators do with values that the guest cannot look into. */
export function createHostValueFunctions(): JavascriptFunctions {
  return {
    host_text: (value: unknown) => (typeof value === "string" ? value : null),
    host_equals: (a: unknown, b: unknown) => a === b,
    host_truthy: (value: unknown) => !!value,
    host_typeof: (value: unknown) => typeof value,
  };
}
