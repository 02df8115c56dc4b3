import { readFile } from "node:fs/promises";
import type { ModuleCache } from "jiti";
import { createEvaluator } from "./create-evaluator.ts";
import { untilSettled } from "./until-settled.ts";

/**
 * Runs a configuration file of a project, of JavaScript or TypeScript, as it is now, and gives what it exports by default. So are files that it
 * imports by their paths; what it imports from packages is kept.
 *
 * @param onFile is told the absolute path of each file, before it is read; also of one that is not there
 * @throws whatever the file throws; an Error where it never comes to an end
 */
export function evaluateModule(file: string, onFile: (path: string) => void = () => {}): Promise<unknown> {
  return untilSettled(evaluate(file, onFile), "it");
}

async function evaluate(file: string, onFile: (path: string) => void): Promise<unknown> {
  onFile(file);
  const modules: ModuleCache = {};
  const evaluator = await createEvaluator(modules, onFile);
  const source = await readFile(file, "utf8");
  try {
    await evaluator.evalModule(source, { filename: file, async: true, cache: modules, forceTranspile: true });
  } catch (error) {
    // What comes after its end is no fault of the file: a default export of `null` is asked whether it is a promise.
    if (!modules[file]?.loaded) throw error;
  }
  return getDefault(modules[file]?.exports as object, source);
}

/** A module of CommonJS is its default export. A file that exports nothing could be of either kind. */
function getDefault(module: object, source: string): unknown {
  if ("default" in module) return module.default;
  const isModule = "__esModule" in module || Symbol.toStringTag in module || !source.includes("exports");
  return isModule ? undefined : module;
}
