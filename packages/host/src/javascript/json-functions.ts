import { text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";

const { parse, stringify } = JSON;

/** What the guest's own JSON leaves to the engine: texts with characters to escape, and the error that a wrong text deserves. */
export function createJsonFunctions(): JavascriptFunctions {
  return {
    json_quote: (value: unknown) => stringify(text("json_quote", value)),
    json_check(source: unknown) {
      parse(text("json_check", source));
    },
  };
}
