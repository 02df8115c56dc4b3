import type { StackMapper } from "@rune/schema/source-map";
import { createErrorFunctions } from "./error-functions.ts";
import { createHostValueFunctions } from "./host-value-functions.ts";
import { createIndexFunctions } from "./index-functions.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import type { JavascriptLimits } from "./javascript-limits.ts";
import { createJsonFunctions } from "./json-functions.ts";
import { createMathFunctions } from "./math-functions.ts";
import { createNumberFunctions } from "./number-functions.ts";
import { createStringFunctions } from "./string-functions.ts";

/** What most modules import. */
export function createBasicFunctions(limits: JavascriptLimits, mapStack?: StackMapper): JavascriptFunctions {
  return {
    ...createNumberFunctions(),
    ...createStringFunctions(limits),
    ...createMathFunctions(),
    ...createHostValueFunctions(),
    ...createErrorFunctions(limits, mapStack),
    ...createIndexFunctions(),
    ...createJsonFunctions(),
  };
}
