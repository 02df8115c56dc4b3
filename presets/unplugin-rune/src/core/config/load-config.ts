import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { formatThrown } from "@rune/bundlers";
import { evaluateModule } from "unplugin-rune-package/internal";
import { resolveOptions, type ResolvedRuneOptions, type RuneOptions } from "../options.ts";

/** A project's configuration file. */
export interface LoadedConfig {
  /**
   * Completes options, of which those that the plugin was called with come first.
   *
   * @throws TypeError that names the file, the option and the legal values
   */
  complete(options: RuneOptions): ResolvedRuneOptions;
}

/** Names of the file, of which a project has one. */
const names = ["rune.config.ts", "rune.config.mts", "rune.config.js", "rune.config.mjs"];

/**
 * Reads the configuration of a project, as it is now; `undefined` where it has none.
 *
 * @param onFile is told the absolute path of each file that another configuration could come of, also of those that are not there
 * @throws TypeError (as a rejection) that names the file, where it exports no options
 */
export async function loadConfig(root: string, onFile: (path: string) => void): Promise<LoadedConfig | undefined> {
  const paths = names.map((name) => join(root, name));
  for (const path of paths) onFile(path);
  const [file, other] = paths.filter((path) => existsSync(path));
  if (file === undefined) return undefined;
  const name = basename(file);
  if (other !== undefined) throw createError(`the project has ${name} and ${basename(other)}; keep one of them`);
  const options = await importOptions(name, file, onFile);
  return {
    complete(inline) {
      const given = Object.fromEntries(Object.entries(inline).filter(([, value]) => value !== undefined));
      // What is wrong in the file is its own fault, also where the plugin is given another value.
      nameFile(name, () => resolveOptions(options));
      return resolveOptions({ ...options, ...given });
    },
  };
}

async function importOptions(name: string, file: string, onFile: (path: string) => void): Promise<RuneOptions> {
  let exported: unknown;
  let options: unknown;
  try {
    exported = await evaluateModule(file, onFile);
    // What computes one when it is asked does so now, once.
    options = isOptions(exported) ? { ...exported } : undefined;
  } catch (error) {
    throw createError(`${name} failed: ${formatThrown(error)}`, error, file);
  }
  if (!isOptions(options)) {
    throw createError(
      `${name} must export options, as in \`export default defineConfig({ id: "my-app" })\`, not ${describe(exported)}`,
    );
  }
  if (Object.hasOwn(options, "root")) {
    throw createError(`${name} has the option \`root\`, which is the folder that the file is in`);
  }
  return options;
}

function isOptions(value: unknown): value is RuneOptions {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return value === null
    ? "null"
    : `a ${typeof value === "object" ? (value.constructor?.name ?? "module") : typeof value}`;
}

function nameFile(name: string, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    throw createError(formatThrown(error).replace(/^rune:/, `${name}:`));
  }
}

/** What is wrong is in the author's file, and so are the only places that matter, of what was `thrown` there. */
function createError(message: string, thrown?: unknown, file?: string): TypeError {
  const error = new TypeError(`rune: ${message}`);
  const stack: unknown = (thrown as { stack?: unknown } | null | undefined)?.stack;
  const places =
    typeof stack === "string" && file !== undefined
      ? stack.split("\n").filter((line) => /^\s+at /.test(line) && line.includes(file))
      : [];
  error.stack = [String(error), ...places].join("\n");
  return error;
}
