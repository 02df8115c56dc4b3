import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, extname, join } from "node:path";
import { types } from "node:util";
import type { AcceptedPlugin, ProcessOptions, Processor } from "postcss";
import { evaluateModule } from "../evaluate-module.ts";
import { formatThrown } from "@rune/bundlers";
import { readPackageConfig } from "./find-postcss-config.ts";

/** PostCSS as a project has configured it. */
export interface LoadedPostcss {
  readonly processor: Processor;
  readonly syntax: Pick<ProcessOptions, "parser" | "stringifier" | "syntax">;
}

/** The project configures PostCSS, and has none. */
export class PostcssMissing extends Error {}

/** What a configuration file may export. */
interface PostcssConfig {
  plugins?: unknown;
  parser?: unknown;
  stringifier?: unknown;
  syntax?: unknown;
}

/**
 * Loads the project's own PostCSS with the plugins that its configuration names.
 *
 * @param mode what a configuration that is a function is told
 * @throws PostcssMissing, or Error, which names the file, where the configuration is none
 */
export async function loadPostcss(root: string, file: string, mode: string): Promise<LoadedPostcss> {
  const name = basename(file);
  const postcss = loadDefault("postcss", join(root, "package.json")) as typeof import("postcss").default | undefined;
  if (postcss === undefined) throw new PostcssMissing(name);
  try {
    const exported = await readConfig(file);
    const config: unknown = typeof exported === "function" ? await exported({ cwd: root, env: mode }) : exported;
    if (!isConfig(config)) throw new TypeError("it must export an object, such as `{ plugins: { … } }`");
    const syntax = [config.parser, config.stringifier, config.syntax].map((value) =>
      typeof value === "string" ? loadInstalled(value, file) : value,
    );
    const given = ["parser", "stringifier", "syntax"].map((option, i) => [option, syntax[i]] as const);
    return {
      processor: postcss(listPlugins(config.plugins, file)),
      syntax: Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    };
  } catch (error) {
    throw new Error(`rune: ${name} failed: ${formatThrown(error)}`, { cause: error });
  }
}

async function readConfig(file: string): Promise<unknown> {
  if (basename(file) === "package.json") return readPackageConfig(file);
  const isJson = extname(file) === ".json" || basename(file) === ".postcssrc";
  return isJson ? JSON.parse(await readFile(file, "utf8")) : evaluateModule(file);
}

function isConfig(value: unknown): value is PostcssConfig {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Plugins are a list of them, or options by name; `false` is for one that is not wanted. */
function listPlugins(plugins: unknown, file: string): AcceptedPlugin[] {
  if (plugins === undefined) return [];
  if (typeof plugins !== "object" || plugins === null) throw new TypeError("`plugins` must be a list or an object");
  const entries: [unknown, unknown][] = Array.isArray(plugins)
    ? plugins.map((each: unknown) => (Array.isArray(each) ? [each[0], each[1]] : [each, undefined]))
    : Object.entries(plugins);
  const wanted = entries.filter(([plugin, options]) => plugin && options !== false);
  return wanted.map(([plugin, options]) => {
    const create = typeof plugin === "string" ? loadInstalled(plugin, file) : plugin;
    if (typeof plugin !== "string" && options === undefined) return plugin as AcceptedPlugin;
    if (typeof create !== "function") throw new TypeError(`\`${String(plugin)}\` is no plugin of PostCSS`);
    return (options === undefined || options === true ? create() : create(options)) as AcceptedPlugin;
  });
}

function loadInstalled(name: string, file: string): unknown {
  const loaded = loadDefault(name, file);
  if (loaded === undefined) throw new Error(`\`${name}\` is not installed`);
  return loaded;
}

/** What a package exports by default, or a file beside `from`; `undefined` where there is none. Node loads modules of either kind so. */
function loadDefault(name: string, from: string): unknown {
  const require = createRequire(from);
  let path: string;
  try {
    path = require.resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
  const loaded = require(path) as unknown;
  const isModule = types.isModuleNamespaceObject(loaded) || (loaded as { __esModule?: unknown }).__esModule === true;
  return isModule ? (loaded as { default: unknown }).default : loaded;
}
