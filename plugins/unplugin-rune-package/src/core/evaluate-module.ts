import { readFile } from "node:fs/promises";
import { extname } from "node:path";

/**
 * Runs a configuration file of a project, of JavaScript or TypeScript, as it is now, and gives what it exports by default. What it imports
 * from packages is kept.
 *
 * @throws whatever the file throws; an Error where it never comes to an end
 */
export async function evaluateModule(file: string): Promise<unknown> {
  let end = (): void => {};
  // Nothing would come of the file any more, and the process would end as if all were well.
  const ended = new Promise<never>((_resolve, reject) => {
    end = () => reject(new Error("it waits for something that never comes"));
  });
  process.once("beforeExit", end);
  try {
    return await Promise.race([evaluate(file), ended]);
  } finally {
    process.off("beforeExit", end);
  }
}

async function evaluate(file: string): Promise<unknown> {
  // Most projects have no such file, and need nothing that reads it.
  const { createJiti } = await import("jiti");
  // Without `interopDefault` the default import of a module of CommonJS is nothing.
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: true });
  const source = await readFile(file, "utf8");
  const ext = extname(file) === ".cjs" ? ".cjs" : ".ts";
  try {
    // What Node imports by itself it keeps; TypeScript is read anew.
    return getDefault((await jiti.evalModule(source, { filename: file, ext, async: true })) as object, source);
  } catch (error) {
    // With it, a default export of `null` is asked whether it is a promise.
    if (error instanceof TypeError && error.message.includes("null (reading 'then')")) return null;
    throw error;
  }
}

/** A module of CommonJS is its default export. A file that exports nothing could be of either kind. */
function getDefault(module: object, source: string): unknown {
  if ("default" in module) return module.default;
  const isModule = "__esModule" in module || Symbol.toStringTag in module || !source.includes("exports");
  return isModule ? undefined : module;
}
