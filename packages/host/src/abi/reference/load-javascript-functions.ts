import type { StackMapper } from "@rune/schema/source-map";
import { createBasicFunctions } from "../../javascript/basic-functions.ts";
import type { Charge } from "../../fuel/charge.ts";
import type { JavascriptFunctions } from "../../javascript/javascript-function.ts";
import { javascriptLimits } from "../../javascript/javascript-limits.ts";
import type { JobRunner, ReportRejection } from "../../javascript/promise-functions.ts";
import { createPromiseFunctions } from "../../javascript/promise-functions.ts";
import { chunks } from "./chunks.ts";
import { JAVASCRIPT_MODULE } from "./names.ts";

/** What functions of JavaScript's own are made with. */
export interface JavascriptOptions {
  report: ReportRejection | undefined;
  jobs: JobRunner;
  mapStack: StackMapper | undefined;
  charge: Charge | undefined;
}

/** The functions of import module `rune:js` that a module needs: what few need loads with the first that does. */
export async function loadJavascriptFunctions(
  module: WebAssembly.Module,
  { report, jobs, mapStack, charge }: JavascriptOptions,
): Promise<JavascriptFunctions> {
  const basic = { ...createBasicFunctions(javascriptLimits, mapStack), ...createPromiseFunctions(report, jobs) };
  const rest = WebAssembly.Module.imports(module).filter(
    ({ module: from, name, kind }) => from === JAVASCRIPT_MODULE && kind === "function" && !Object.hasOwn(basic, name),
  );
  const isBigint = ({ name }: WebAssembly.ModuleImportDescriptor): boolean => name.startsWith("bigint_");
  const [bigints, library] = await Promise.all([
    rest.some(isBigint) ? chunks.bigints() : undefined,
    rest.every(isBigint) ? undefined : chunks.library(),
  ]);
  return {
    ...basic,
    ...bigints?.createBigintFunctions(javascriptLimits),
    ...library?.createLibraryFunctions(javascriptLimits, charge),
  };
}
