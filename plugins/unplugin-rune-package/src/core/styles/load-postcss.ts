import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, extname, join } from "node:path";
import { types } from "node:util";
import type { AcceptedPlugin, ProcessOptions, Processor } from "postcss";
import { evaluateModule } from "../evaluate/evaluate-module.ts";
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

/** Is told the absolute path of a file, before it is read. */
type OnFile = (path: string) => void;

/** Gives the default export of what a configuration names. */
type Load = (name: string) => Promise<unknown>;

/**
 * Loads the project's own PostCSS with the plugins that its configuration names.
 *
 * @param mode what a configuration that is a function is told
 * @param onFile is told of the configuration, and of files that it imports, or names, by their paths
 * @throws PostcssMissing, or Error, which names the file, where the configuration is none
 */
export async function loadPostcss(root: string, file: string, mode: string, onFile: OnFile): Promise<LoadedPostcss> {
  const name = basename(file);
  const path = resolveFrom("postcss", join(root, "package.json"));
  if (path === undefined) throw new PostcssMissing(name);
  const postcss = requireDefault(path) as typeof import("postcss").default;
  try {
    const exported = await readConfig(file, onFile);
    const config: unknown = typeof exported === "function" ? await exported({ cwd: root, env: mode }) : exported;
    if (!isConfig(config)) throw new TypeError("it must export an object, such as `{ plugins: { … } }`");
    const load: Load = (wanted) => loadNamed(wanted, file, onFile);
    const syntax: Record<string, unknown> = {};
    for (const option of ["parser", "stringifier", "syntax"] as const) {
      const value = config[option];
      if (value !== undefined) syntax[option] = typeof value === "string" ? await load(value) : value;
    }
    return { processor: postcss(await loadPlugins(config.plugins, load)), syntax };
  } catch (error) {
    throw new Error(`rune: ${name} failed: ${formatThrown(error)}`, { cause: error });
  }
}

async function readConfig(file: string, onFile: OnFile): Promise<unknown> {
  onFile(file);
  if (basename(file) === "package.json") return readPackageConfig(file);
  const isJson = extname(file) === ".json" || basename(file) === ".postcssrc";
  return isJson ? JSON.parse(await readFile(file, "utf8")) : evaluateModule(file, onFile);
}

function isConfig(value: unknown): value is PostcssConfig {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Plugins are a list of them, or options by name; `false` is for one that is not wanted. */
async function loadPlugins(plugins: unknown, load: Load): Promise<AcceptedPlugin[]> {
  if (plugins === undefined) return [];
  if (typeof plugins !== "object" || plugins === null) throw new TypeError("`plugins` must be a list or an object");
  const entries: [unknown, unknown][] = Array.isArray(plugins)
    ? plugins.map((each: unknown) => (Array.isArray(each) ? [each[0], each[1]] : [each, undefined]))
    : Object.entries(plugins);
  const loaded: AcceptedPlugin[] = [];
  for (const [plugin, options] of entries) {
    if (plugin && options !== false) loaded.push(await loadPlugin(plugin, options, load));
  }
  return loaded;
}

async function loadPlugin(plugin: unknown, options: unknown, load: Load): Promise<AcceptedPlugin> {
  const create = typeof plugin === "string" ? await load(plugin) : plugin;
  if (typeof plugin !== "string" && options === undefined) return plugin as AcceptedPlugin;
  if (typeof create !== "function") throw new TypeError(`\`${String(plugin)}\` is no plugin of PostCSS`);
  return (options === undefined || options === true ? create() : create(options)) as AcceptedPlugin;
}

/** What a package exports by default, or a file of the project's own, as it is now. */
async function loadNamed(name: string, from: string, onFile: OnFile): Promise<unknown> {
  const path = resolveFrom(name, from);
  if (path === undefined) throw new Error(`\`${name}\` is not installed`);
  return name.startsWith(".") ? evaluateModule(path, onFile) : requireDefault(path);
}

/** The absolute path of a package's module, or of a file beside `from`; `undefined` where there is none. */
function resolveFrom(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** What a module exports by default. Node loads modules of either kind so. */
function requireDefault(path: string): unknown {
  const loaded = createRequire(path)(path) as unknown;
  const isModule = types.isModuleNamespaceObject(loaded) || (loaded as { __esModule?: unknown }).__esModule === true;
  return isModule ? (loaded as { default: unknown }).default : loaded;
}
