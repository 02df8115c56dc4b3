import {
  RUNE_VERSION,
  type CapabilityRequest,
  type ManifestDraft,
  type ModuleEntry,
  type Route,
  type ViewEntry,
} from "@rune/schema";
import type { CompileAppOptions } from "./app-source.ts";
import { listModules, type CompiledControllers, type ControllerModule } from "./compile-controllers.ts";
import type { CompiledPage } from "./compile-page.ts";
import { findLayouts } from "./discover-pages.ts";
import { getMediaType } from "./media-types.ts";

/** Package paths of what a page is made of. */
export function getPagePaths(name: string): { view: string; module: string; data: string } {
  return { view: `views/${name}.view.json`, module: `logic/${name}.wasm`, data: `data/${name}.data.json` };
}

/** The route that an app opens at: `/` where there is one, else the first that needs no parameter. */
export function findEntry(patterns: readonly string[]): string | undefined {
  const paths = patterns
    .map((pattern) => pattern.replace(/(\/:[^/]*\?)+$|\/\*[^/]*$/, "") || "/")
    .filter((path) => !/[:*]/.test(path));
  return paths.includes("/") ? "/" : paths[0];
}

/** What an app has, for its manifest. */
export interface AppParts {
  pages: readonly (CompiledPage & { pattern: string })[];
  layouts: readonly CompiledPage[];
  /** Names of all views, pages first. */
  views: readonly string[];
  controllers: CompiledControllers;
  assets: readonly string[];
  capabilities: readonly CapabilityRequest[];
}

/** The manifest of an app before its files are sealed. */
export function draftManifest(
  options: CompileAppOptions,
  { pages, layouts, views, controllers, assets, capabilities }: AppParts,
): ManifestDraft {
  const around = layouts.map(({ page }) => page);
  const draft: ManifestDraft = {
    format: "rune.manifest",
    manifest_version: 1,
    id: options.id,
    name: options.name,
    version: options.version,
    // The lowest runtime that is known to understand what this compiler writes is the one that belongs to it.
    runtime: RUNE_VERSION,
    entry: findEntry(pages.map((page) => page.pattern)) ?? "/",
    routing: options.routing,
    routes: pages.map((page) => createRoute(page, findLayouts(page.page.name, around))),
    views: views.map((name) => createView(name, [...pages, ...layouts], controllers)),
    modules: listModules(controllers).map(createModule),
    assets: assets.map((file) => ({ file, type: getMediaType(file) })),
    capabilities: [...capabilities],
    trust: "untrusted",
  };
  if (options.locale !== undefined) draft.locale = options.locale;
  return draft;
}

function createRoute(page: CompiledPage & { pattern: string }, layouts: string[]): Route {
  const { pattern, page: source } = page;
  return { pattern, view: source.name, ...(layouts.length > 0 && { layouts }), ...describeParts(page) };
}

/** What stands beside a view: its controller and its data. */
function describeParts({ page, module, data, assigns }: CompiledPage): Omit<ViewEntry, "name" | "file"> {
  return {
    ...(module && { controller: getPagePaths(module.name).module }),
    ...(module?.factory !== undefined && { factory: module.factory }),
    ...(data && { data: getPagePaths(page.name).data }),
    ...(assigns.length > 0 && { assigns: [...assigns] }),
  };
}

/** A view; that of a page has its controller at its route. */
function createView(name: string, pages: readonly CompiledPage[], controllers: CompiledControllers): ViewEntry {
  const { view: file } = getPagePaths(name);
  const layout = pages.find(({ page }) => page.kind === "layout" && page.name === name);
  if (layout) return { name, file, ...describeParts(layout) };
  const module = pages.some(({ page }) => page.name === name) ? undefined : controllers.get(name)?.module;
  if (module?.factory === undefined) return { name, file };
  return { name, file, controller: getPagePaths(module.name).module, factory: module.factory };
}

function createModule({ name: named, whole }: ControllerModule): ModuleEntry {
  const { abi, exports, imports, features, capabilities, limits, controllers } = whole;
  return {
    file: getPagePaths(named).module,
    kind: "controller",
    abi,
    exports,
    imports,
    features,
    capabilities,
    limits,
    ...(controllers && { controllers: controllers.map(({ name, exports: own }) => ({ name, exports: own })) }),
  };
}
