import type { StackMapper } from "@rune/schema/source-map";
import { createBigintFunctions } from "./bigint-functions.ts";
import { createBytesFunctions } from "./bytes-functions.ts";
import { createDateFunctions } from "./date-functions.ts";
import { createErrorFunctions } from "./error-functions.ts";
import { createHostValueFunctions } from "./host-value-functions.ts";
import { createIndexFunctions } from "./index-functions.ts";
import { createIntlFunctions } from "./intl-functions.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import type { JavascriptLimits } from "./javascript-limits.ts";
import { javascriptLimits } from "./javascript-limits.ts";
import { createJsonFunctions } from "./json-functions.ts";
import { createMathFunctions } from "./math-functions.ts";
import { createNumberFunctions } from "./number-functions.ts";
import type { JobRunner, ReportRejection } from "./promise-functions.ts";
import { createPromiseFunctions } from "./promise-functions.ts";
import { createRegexpFunctions } from "./regexp-functions.ts";
import { createStringFunctions } from "./string-functions.ts";
import { createSymbolFunctions } from "./symbol-functions.ts";
import { createUriFunctions } from "./uri-functions.ts";
import { createWeakFunctions } from "./weak-functions.ts";

/**
 * The functions of import module `rune:js`: JavaScript's own, captured when this module was loaded, for what compiled TypeScript does not do
 * itself. `report` hears of rejections that nobody handled; without it they become unhandled rejections of the platform. `jobs` runs what
 * the guest does by itself, such as what follows an `await`. `mapStack` makes the stacks that the guest sees name its author's files.
 */
export function createJavascriptFunctions(
  limits: Partial<JavascriptLimits> = {},
  report?: ReportRejection,
  jobs?: JobRunner,
  mapStack?: StackMapper,
): JavascriptFunctions {
  const resolved: JavascriptLimits = { ...javascriptLimits, ...limits };
  return {
    ...createNumberFunctions(),
    ...createStringFunctions(resolved),
    ...createUriFunctions(),
    ...createMathFunctions(),
    ...createBigintFunctions(resolved),
    ...createSymbolFunctions(),
    ...createHostValueFunctions(),
    ...createBytesFunctions(),
    ...createErrorFunctions(resolved, mapStack),
    ...createIndexFunctions(),
    ...createWeakFunctions(),
    ...createPromiseFunctions(report, jobs),
    ...createJsonFunctions(),
    ...createDateFunctions(),
    ...createIntlFunctions(),
    ...createRegexpFunctions(resolved),
  };
}
