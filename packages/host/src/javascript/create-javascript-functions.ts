import type { StackMapper } from "@rune/schema/source-map";
import { createBasicFunctions } from "./basic-functions.ts";
import { createBigintFunctions } from "./bigint-functions.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import type { JavascriptLimits } from "./javascript-limits.ts";
import { javascriptLimits } from "./javascript-limits.ts";
import { createLibraryFunctions } from "./library-functions.ts";
import type { JobRunner, ReportRejection } from "./promise-functions.ts";
import { createPromiseFunctions } from "./promise-functions.ts";

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
    ...createBasicFunctions(resolved, mapStack),
    ...createBigintFunctions(resolved),
    ...createPromiseFunctions(report, jobs),
    ...createLibraryFunctions(resolved),
  };
}
