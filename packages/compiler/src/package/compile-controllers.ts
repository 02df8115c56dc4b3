import type { Diagnostic } from "@rune/schema";
import { compareText } from "@rune/schema";
import type { CompiledModule, CompileModuleResult, ControllerOptions } from "../engines/index.ts";
import { findEngine } from "../engines/index.ts";
import { listKnownModelPlaces } from "./known-files.ts";
import type { AppSource, CompileAppOptions } from "./app-source.ts";
import { groupBySharedFiles } from "./shared-files.ts";
import { decodeText, type SourceText } from "./source-text.ts";

/** A controller that is to be compiled. */
export interface ControllerSource {
  /** Of the view that it belongs to. */
  name: string;
  source: SourceText;
  /** Names of variables that page data initialises, or what a component is given. */
  assigns: readonly string[];
  /** Whether there is one for each time that the view shows. */
  many: boolean;
  /** Files of the controllers that it is used with. */
  near: readonly string[];
}

/** The module that a controller is in. */
export interface ControllerModule {
  /** Of the view that the module is named after. */
  name: string;
  /** That view's controller. */
  source: SourceText;
  whole: CompiledModule;
  /** The export that makes the controller; without one the module itself is it. */
  factory?: string;
  /** What of the module is the controller's. */
  own: CompiledModule;
}

/** What became of a controller; diagnostics of several that are one module come with the first of them. */
export interface CompiledController {
  source: SourceText;
  module?: ControllerModule;
  diagnostics: Diagnostic[];
}

/** The controllers of an app, by the names of their views. */
export type CompiledControllers = ReadonlyMap<string, CompiledController>;

/** The modules of an app, each once. */
export function listModules(controllers: CompiledControllers): ControllerModule[] {
  const modules = [...controllers.values()].flatMap(({ module }) => module ?? []);
  return [...new Map(modules.map((module) => [module.name, module])).values()];
}

/** How controllers are compiled; see `CompileModuleOptions`. */
export interface BuildKind extends Pick<CompileAppOptions, "compileModule" | "replaceable"> {
  release: boolean | "check";
}

/**
 * Compiles the controllers of an app: those that share files, or are used together, into one module, so that what these files keep exists once
 * and objects can go from one to the other.
 */
export async function compileControllers(
  source: AppSource,
  controllers: readonly ControllerSource[],
  options: BuildKind,
): Promise<CompiledControllers> {
  const read = createReader(source);
  const enters = listEntered(source);
  const isShared = ({ source: { file } }: ControllerSource): boolean => findEngine(file)?.abi === "gc";
  const paths = [...source.files.keys()].map((path) => `${source.directory}/${path}`);
  const shared = controllers.filter(isShared);
  const files = [...new Set(shared.map(fileOf))];
  const near = new Map(files.map((file) => [file, shared.filter((each) => fileOf(each) === file).flatMap(nearOf)]));
  const groups = groupBySharedFiles(files, read, paths, (file) => near.get(file) ?? []);
  const alone = controllers.filter((each) => !isShared(each)).map((each) => new Set([each.source.file]));
  const compiled = await Promise.all(
    [...groups.map(({ files: all }) => all), ...alone].map((all) =>
      compileGroup(
        controllers.filter((each) => all.has(fileOf(each))),
        // What files keep that are no controllers goes to another build only where controllers are made.
        { read, enters, isOwn: all.size === 1 || !options.replaceable },
        options,
      ),
    ),
  );
  return new Map(compiled.flat());
}

/** Properties that fields of any view assign: objects go from pages to components. */
function listEntered({ files }: AppSource): string[] {
  const views = [...files].filter(([path]) => path.endsWith(".html"));
  const entered = views.flatMap(([path, bytes]) => listKnownModelPlaces(decodeText(path, bytes).text).properties);
  return [...new Set(entered)].sort(compareText);
}

function fileOf({ source }: ControllerSource): string {
  return source.file;
}

function nearOf({ near }: ControllerSource): readonly string[] {
  return near;
}

/** Reads files of the app, and options and TypeScript of the project, by their project-relative path. */
export function createReader(source: AppSource): (path: string) => string | undefined {
  const prefix = `${source.directory}/`;
  return (path) => {
    const bytes = path.startsWith(prefix) ? source.files.get(path.slice(prefix.length)) : undefined;
    if (bytes) return decodeText(path, bytes).text;
    return /\.(?:json|ts)$/.test(path) ? source.readOutside?.(path) : undefined;
  };
}

interface GroupContext {
  read: (path: string) => string | undefined;
  enters: readonly string[];
  /** Whether a controller that is alone may be a module. */
  isOwn: boolean;
}

async function compileGroup(
  group: readonly ControllerSource[],
  { read: readFile, enters, isOwn }: GroupContext,
  { compileModule, release, replaceable = false }: BuildKind,
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
    // A running app takes in what is edited, and goes on with what it holds.
    replaceable,
    // In development errors name the author's place, and debuggers show the source.
    sourceMap: release ? (false as const) : ("inline" as const),
  };
  if (others.length === 0 && !first.many && isOwn) {
    const { module, diagnostics } = await compileModule(
      { file, source: text, readFile },
      { ...common, assigns: first.assigns },
    );
    const made = module && { name: first.name, source: first.source, whole: module, own: module };
    return [[first.name, { source: first.source, ...(made && { module: made }), diagnostics }]];
  }
  const result = await compileModule(
    { file: `${file.slice(0, file.lastIndexOf("/"))}/(controllers).ts`, source: "", readFile },
    {
      ...common,
      controllers: listMakers(group),
    },
  );
  return group.map((each) => [each.name, describe(each, first, result)]);
}

/** What makes the controllers; views may have the same. */
function listMakers(group: readonly ControllerSource[]): ControllerOptions[] {
  const makers = new Map<string, ControllerOptions>();
  for (const { source, assigns, many } of group) {
    const name = factoryOf(source);
    const all = [...(makers.get(name)?.assigns ?? []), ...assigns];
    makers.set(name, { name, file: source.file, many, assigns: [...new Set(all)] });
  }
  return [...makers.values()];
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
  if (!whole || !own) return { source, diagnostics: told };
  const { exports, effects = {}, variables, updates, targets, emits, dependencies } = own;
  const described = { ...whole, exports, effects, variables, updates, targets, emits, dependencies };
  return {
    source,
    module: { name: first.name, source: first.source, whole, factory, own: described },
    diagnostics: told,
  };
}
