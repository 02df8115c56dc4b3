import ts from "typescript";
import type { CompileModuleInput } from "../../engines/compiled-module.ts";
import { strictOptions } from "./compiler-options.ts";
import { joinFrom } from "./join-from.ts";
import type { PathMapping } from "./path-mappings.ts";
import { readPathMappings } from "./path-mappings.ts";

const FILE = "tsconfig.json";
/** Most files that extend each other; more is a circle. */
const MAX_CHAIN = 16;

type Options = Record<string, unknown> & { mappings?: readonly PathMapping[] };

/**
 * What the nearest `tsconfig.json` around a module says about the strictness of its checks, with what it extends; `undefined`
 * without one. `strict` is what a file means that does not say: by default the loose checks that were TypeScript's for ten years.
 */
export function findAuthorOptions(input: CompileModuleInput, strict = false): ts.CompilerOptions | undefined {
  const options = readNearest(input);
  return options && { strict, ...choose(options) };
}

/** Where the nearest `tsconfig.json` says that imports without a path lie. */
export function findPathMappings(input: CompileModuleInput): readonly PathMapping[] {
  return readNearest(input)?.mappings ?? [];
}

function readNearest({ file, readFile }: CompileModuleInput): Options | undefined {
  for (let path = file; path !== "";) {
    path = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    const config = path === "" ? FILE : `${path}/${FILE}`;
    const text = readSafely(readFile, config);
    if (text !== undefined) return readOptions(config, text, readFile, MAX_CHAIN);
  }
  return undefined;
}

function choose(options: Options): ts.CompilerOptions {
  const chosen: ts.CompilerOptions = {};
  for (const name of strictOptions) if (typeof options[name] === "boolean") chosen[name] = options[name];
  return chosen;
}

/** The options of a file, over those of the files that it extends. */
function readOptions(path: string, text: string, readFile: CompileModuleInput["readFile"], left: number): Options {
  const { config } = ts.parseConfigFileTextToJson(path, text) as { config?: unknown };
  if (!isRecord(config) || left === 0) return {};
  const { extends: bases, references, compilerOptions } = config;
  let options: Options = {};
  for (const base of Array.isArray(bases) ? (bases as unknown[]) : [bases]) {
    if (typeof base !== "string") continue;
    const found = find(path, base, readFile);
    if (found) options = { ...options, ...readOptions(found.path, found.text, readFile, left - 1) };
  }
  if (isRecord(compilerOptions)) {
    const mappings = readPathMappings(path, compilerOptions) ?? options.mappings;
    return { ...options, ...compilerOptions, ...(mappings ? { mappings } : {}) };
  }
  // A file that only names the projects of a folder: the first is the one of its sources.
  const [project] = Array.isArray(references) ? (references as unknown[]) : [];
  const named = isRecord(project) && typeof project["path"] === "string" ? project["path"] : undefined;
  const found = named === undefined ? undefined : find(path, named, readFile);
  return found ? { ...options, ...readOptions(found.path, found.text, readFile, left - 1) } : options;
}

/** The file that another extends: by its path, with or without its ending, or in a package that is installed around it. */
function find(
  from: string,
  base: string,
  readFile: CompileModuleInput["readFile"],
): { path: string; text: string } | undefined {
  for (const target of /^\.\.?(?:\/|$)/.test(base) ? [joinFrom(from, base)] : inPackages(from, base)) {
    for (const path of [target, `${target}.json`, `${target}/${FILE}`]) {
      const text = path.endsWith(".json") ? readSafely(readFile, path) : undefined;
      if (text !== undefined) return { path, text };
    }
  }
  return undefined;
}

function inPackages(from: string, name: string): string[] {
  const folders = from.split("/").slice(0, -1);
  return [...folders, ""].map((_, index) =>
    [...folders.slice(0, folders.length - index), "node_modules", name].join("/"),
  );
}

function readSafely(readFile: CompileModuleInput["readFile"], path: string): string | undefined {
  try {
    return readFile(path);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
