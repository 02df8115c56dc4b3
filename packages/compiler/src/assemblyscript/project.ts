import {
  DEFAULT_STACK_SIZE,
  addGlobalAlias,
  newOptions,
  newProgram,
  nextFile,
  parse,
  setBundleVersion,
  setDebugInfo,
  setExportMemory,
  setExportStart,
  setMaximumMemory,
  setOptimizeLevelHints,
  setRuntime,
  setStackSize,
} from "assemblyscript";
import type { Program, Source } from "assemblyscript";
import { libraryFiles, libraryPrefix } from "assemblyscript/asc";
import { linearSource } from "@rune/guest";
import { checkText } from "./check-text.ts";
import type { CompileModuleInput, CompileModuleOptions } from "../engines/compiled-module.ts";
import type { Reporter } from "./diagnostics.ts";
import { ENTRY_FILE } from "./generate-entry.ts";
import { hideKeywordKeys } from "./keyword-keys.ts";
import { readFailed } from "./messages.ts";
import { optimizationOf } from "./optimization.ts";

/** Name of the export that runs a module's top-level code, where that code exists. */
export const INITIALIZE = "_initialize";

/** One compilation: the compiler's program and the author's files in it. */
export interface Project {
  input: CompileModuleInput;
  program: Program;
  /** Texts of the author's files by project-relative path, the input first. */
  files: Map<string, string>;
}

const RUNTIME_INCREMENTAL = 2;

/** Most memory of a module whose author names no limit: 16 MiB. */
export const DEFAULT_PAGES = 256;

/** AssemblyScript's library and the guest's, which replaces some of its files. */
const library: ReadonlyMap<string, string> = new Map([
  ...Object.entries<string>(libraryFiles),
  ...Object.entries<string>(linearSource).map(([file, text]): [string, string] => [file.replace(/\.ts$/, ""), text]),
]);

/** Makes a program with the options of a module for the linear ABI. */
export function createProject(input: CompileModuleInput, options: CompileModuleOptions): Project {
  const { optimizeLevel, shrinkLevel, names } = optimizationOf(options);
  const settings = newOptions();
  setRuntime(settings, RUNTIME_INCREMENTAL);
  setStackSize(settings, DEFAULT_STACK_SIZE);
  setDebugInfo(settings, names);
  setExportMemory(settings, true);
  // Top-level code may call the host, which can read the module's memory only once the instance exists.
  setExportStart(settings, INITIALIZE);
  setMaximumMemory(settings, options.memoryPages ?? DEFAULT_PAGES);
  setOptimizeLevelHints(settings, optimizeLevel, shrinkLevel);
  setBundleVersion(settings, 0, 28, 20);
  addGlobalAlias(settings, "abort", "abort_to_host");
  addGlobalAlias(settings, "seed", "seed_from_host");
  return { input, program: newProgram(settings), files: new Map([[input.file, input.source]]) };
}

/** Parses the library, the module and, file by file, what it imports. */
export function parseProject(project: Project, reporter: Reporter): void {
  const { program, input } = project;
  for (const [name, text] of library) {
    if (!name.includes("/")) parse(program, text, `${libraryPrefix}${name}.ts`, false);
  }
  parse(program, library.get("rt/index-incremental") ?? null, `${libraryPrefix}rt/index-incremental.ts`, true);
  parse(program, hideKeywordKeys(input.source), input.file, false);
  parseImports(project, reporter);
  reporter.collect("parse");
}

/** Adds the generated entry, whose imports are parsed already. */
export function addEntry({ program }: Project, text: string): void {
  parse(program, text, ENTRY_FILE, true);
  for (let name = nextFile(program); name !== null; name = nextFile(program)) parseLibraryFile(program, name);
}

/** The parsed sources of the author's files. */
export function authorSources({ program, files }: Project): Source[] {
  return program.sources.filter((source) => files.has(source.normalizedPath));
}

function parseImports(project: Project, reporter: Reporter): void {
  const { program, files } = project;
  for (let name = nextFile(program); name !== null; name = nextFile(program)) {
    if (name.startsWith(libraryPrefix)) {
      parseLibraryFile(program, name);
      continue;
    }
    const found = [`${name}.ts`, `${name}/index.ts`].find((file) => readInto(project, reporter, file));
    const file = found ?? `${name}.ts`;
    const text = files.get(file);
    parse(program, text === undefined ? null : hideKeywordKeys(text), file, false);
  }
}

function parseLibraryFile(program: Program, name: string): void {
  const key = name.slice(libraryPrefix.length);
  const found = [key, `${key}/index`].find((candidate) => library.has(candidate)) ?? key;
  parse(program, library.get(found) ?? null, `${libraryPrefix}${found}.ts`, false);
}

/** Reads a file of the project, if it is inside and there and fit to be parsed. */
function readInto({ input, files }: Project, reporter: Reporter, file: string): boolean {
  if (file.startsWith("../") || file.startsWith("/")) return false;
  let text: string | undefined;
  try {
    text = input.readFile(file);
  } catch (error) {
    reporter.add(readFailed(file, error));
  }
  if (text === undefined) return false;
  const refusal = checkText(file, text);
  if (refusal) reporter.add(refusal);
  files.set(file, refusal ? "" : text);
  return true;
}
