import type { Diagnostic } from "@rune/schema";
import { compareText } from "@rune/schema";
import type { CompiledModule, CompileModuleResult } from "../engines/index.ts";
import { findEngine } from "../engines/index.ts";
import { listModelPlaces } from "../html/index.ts";
import type { AppSource, CompileAppOptions } from "./app-source.ts";
import { groupBySharedFiles } from "./shared-files.ts";
import { decodeText, type SourceText } from "./source-text.ts";

/** A controller that is to be compiled. */
export interface ControllerSource {
  /** Of the page that it belongs to. */
  name: string;
  source: SourceText;
  /** Names of variables that page data initialises. */
  assigns: readonly string[];
}

/** The module that a controller is in. */
export interface ControllerModule {
  /** Of the page that the module is named after. */
  name: string;
  whole: CompiledModule;
  /** The export that makes the controller; without one the module itself is it. */
  factory?: string;
  /** What of the module is the controller's. */
  own: CompiledModule;
}

/** What became of a controller; diagnostics of several that are one module come with the first of them. */
export interface CompiledController {
  module?: ControllerModule;
  diagnostics: Diagnostic[];
}

/** Compiles the controllers of an app, by page: those that share files into one module, so that what these files keep exists once. */
export async function compileControllers(
  source: AppSource,
  controllers: readonly ControllerSource[],
  options: CompileAppOptions,
): Promise<ReadonlyMap<string, CompiledController>> {
  const read = createReader(source);
  const enters = listEntered(source);
  const isShared = ({ source: { file } }: ControllerSource): boolean => findEngine(file)?.abi === "gc";
  const byFile = new Map(controllers.map((each) => [each.source.file, each]));
  const paths = [...source.files.keys()].map((path) => `${source.directory}/${path}`);
  const groups = groupBySharedFiles([...byFile.values()].filter(isShared).map(fileOf), read, paths);
  const alone = controllers.filter((each) => !isShared(each)).map((each) => [each.source.file]);
  const compiled = await Promise.all(
    [...groups, ...alone].map((files) => {
      const group = files.flatMap((file) => byFile.get(file) ?? []);
      return compileGroup(group, { read, enters }, options);
    }),
  );
  return new Map(compiled.flat());
}

/** Properties that fields of any view assign: objects go from pages to components. */
function listEntered({ files }: AppSource): string[] {
  const views = [...files].filter(([path]) => path.endsWith(".html"));
  const entered = views.flatMap(([path, bytes]) => listModelPlaces(decodeText(path, bytes).text).properties);
  return [...new Set(entered)].sort(compareText);
}

function fileOf({ source }: ControllerSource): string {
  return source.file;
}

/** Reads files of the app by their project-relative path. */
export function createReader(source: AppSource): (path: string) => string | undefined {
  const prefix = `${source.directory}/`;
  return (path) => {
    const bytes = path.startsWith(prefix) ? source.files.get(path.slice(prefix.length)) : undefined;
    return bytes && decodeText(path, bytes).text;
  };
}

async function compileGroup(
  group: readonly ControllerSource[],
  { read: readFile, enters }: { read: (path: string) => string | undefined; enters: readonly string[] },
  { compileModule, release }: CompileAppOptions,
): Promise<[name: string, compiled: CompiledController][]> {
  const [first, ...others] = group;
  if (!first) return [];
  const { file, text } = first.source;
  const common = {
    release,
    enters,
    // A package is loaded by whom its author may not know: every module of it can be stopped.
    fuel: true,
    // Pages show objects of it, and update what has changed.
    watch: true,
    // In development errors name the author's place, and debuggers show the source.
    sourceMap: release ? (false as const) : ("inline" as const),
  };
  if (others.length === 0) {
    const { module, diagnostics } = await compileModule(
      { file, source: text, readFile },
      { ...common, assigns: first.assigns },
    );
    return [[first.name, { ...(module && { module: { name: first.name, whole: module, own: module } }), diagnostics }]];
  }
  const result = await compileModule(
    { file: `${file.slice(0, file.lastIndexOf("/"))}/(controllers).ts`, source: "", readFile },
    {
      ...common,
      controllers: group.map(({ source, assigns }) => ({ name: factoryOf(source), file: source.file, assigns })),
    },
  );
  return group.map((each) => [each.name, describe(each, first, result)]);
}

/** Exports that make controllers are called as their files are, without the ending. */
function factoryOf({ file }: SourceText): string {
  return file.replace(/\.ts$/, "");
}

function describe(
  { name, source }: ControllerSource,
  first: ControllerSource,
  { module: whole, diagnostics }: CompileModuleResult,
): CompiledController {
  const factory = factoryOf(source);
  const own = whole?.controllers?.find((each) => each.name === factory);
  const told = name === first.name ? diagnostics : [];
  if (!whole || !own) return { diagnostics: told };
  const { exports, variables, updates, targets, dependencies } = own;
  return {
    module: { name: first.name, whole, factory, own: { ...whole, exports, variables, updates, targets, dependencies } },
    diagnostics: told,
  };
}
