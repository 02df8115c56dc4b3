export { chargeFunctions } from "./charge-functions.ts";
export { createJavascriptFunctions } from "./create-javascript-functions.ts";
export type { JavascriptFunctions, JavascriptImplementation } from "./javascript-function.ts";
export { javascriptLimits } from "./javascript-limits.ts";
export type { JavascriptLimits } from "./javascript-limits.ts";
export type { JobRunner, ReportRejection } from "./promise-functions.ts";
