import { createCustomProperties, type Diagnostic } from "@rune/schema";
import { createViewChecker } from "../engines/index.ts";
import type { AppSource, CompileAppOptions } from "./app-source.ts";
import { createLinkCheck, type FindLinkFault, type RoutedPage } from "./check-routes.ts";
import { checkTypes } from "./check-views.ts";
import { listSources, type ModuleSource } from "./collect-capabilities.ts";
import { compileComponent, type CompiledComponent } from "./compile-component.ts";
import {
  compileControllers,
  createReader,
  type CompiledControllers,
  type ControllerSource,
} from "./compile-controllers.ts";
import { compilePage, readPage, type CompiledPage, type ReadPage } from "./compile-page.ts";
import { compileStyles, type CompiledStyles } from "./compile-styles.ts";
import { discoverComponents, type ComponentSource } from "./discover-components.ts";
import { discoverLayouts, discoverPages } from "./discover-pages.ts";
import { findMisnamed } from "./find-misnamed.ts";
import { findUnusedViews } from "./find-unused-views.ts";
import { planControllers } from "./plan-controllers.ts";
import { scopeViews } from "./scope-views.ts";
import type { ViewFile } from "./view-file.ts";

/** What an app is known to be once its controllers, views and styles are compiled: checks look at it, and the package is made of it. */
export interface AppFacts extends CompiledViews {
  source: AppSource;
  options: CompileAppOptions;
  /** Gives the text of a file of the project. */
  readFile: (path: string) => string | undefined;
  discovered: DiscoveredApp;
  controllers: CompiledControllers;
  modules: ModuleSource[];
  /** By their places in `all`. */
  styles: CompiledStyles[];
  /** Everything with links, pages with the routes that these lead to. */
  linked: RoutedPage[];
  findFault: FindLinkFault;
  /** What the types of views are wrong in. */
  typed: Diagnostic[];
}

/** The parts of an app, by the files that it has. */
interface DiscoveredApp {
  /** Pages, then layouts. */
  read: ReadPage[];
  components: ComponentSource[];
  controllers: readonly ControllerSource[];
  diagnostics: Diagnostic[];
}

/** The views of an app. */
interface CompiledViews {
  /** Pages, then layouts. */
  controlled: CompiledPage[];
  pages: CompiledPage[];
  layouts: CompiledPage[];
  components: CompiledComponent[];
  /** Pages with their routes. */
  routed: (CompiledPage & { pattern: string })[];
  /** What is no page by itself. */
  parts: (CompiledPage | CompiledComponent)[];
  /** Files of all of them. */
  all: ViewFile[];
}

/** Compiles the parts of an app. */
export async function gatherFacts(source: AppSource, options: CompileAppOptions): Promise<AppFacts> {
  const discovered = discoverApp(source);
  const { release, replaceable, compileModule } = options;
  // To make modules small takes longer than all else: what is wrong is found before that.
  const kind = { compileModule, release: release && ("check" as const), replaceable };
  const controllers = await compileControllers(source, discovered.controllers, kind);
  const views = compileViews(discovered, controllers, options);
  const styles = await compileAllStyles(source, views.all, options);
  const readFile = createReader(source);
  const scopes = scopeViews(views.controlled, views.components, controllers);
  const typed = await checkTypes(scopes, readFile, options.checkViews ?? createViewChecker());
  const modules = listSources(controllers, readFile);
  const linked = listLinked(views);
  const findFault = createLinkCheck(linked);
  return { source, options, readFile, discovered, controllers, modules, ...views, styles, linked, findFault, typed };
}

function discoverApp(source: AppSource): DiscoveredApp {
  const pages = discoverPages(source);
  const components = discoverComponents(source);
  const read = [...pages.pages, ...discoverLayouts(source)].map((page) => readPage(source, page));
  const plan = planControllers(source, read, components.components);
  const diagnostics = [
    ...pages.diagnostics,
    ...findUnusedViews(source),
    ...findMisnamed(source),
    ...components.diagnostics,
    ...plan.diagnostics,
  ];
  return { read, components: components.components, controllers: plan.controllers, diagnostics };
}

function compileViews(
  discovered: DiscoveredApp,
  controllers: CompiledControllers,
  options: CompileAppOptions,
): CompiledViews {
  const controlled = discovered.read.map((page) => compilePage(page, controllers, options));
  const pages = controlled.filter(({ page }) => page.kind === "page");
  const layouts = controlled.filter(({ page }) => page.kind === "layout");
  const components = discovered.components.map((component) => compileComponent(component, controllers, options));
  const routed = pages.map((page) => ({ ...page, pattern: page.html.route?.pattern ?? defaultRoute(page.page.name) }));
  const all = [...controlled.map(({ page, ...rest }) => ({ name: page.name, ...rest })), ...components];
  return { controlled, pages, layouts, components, routed, parts: [...layouts, ...components], all };
}

/** `home` is the root; any other page's route is its folder path. */
function defaultRoute(name: string): string {
  return name === "home" ? "/" : `/${name}`;
}

async function compileAllStyles(
  source: AppSource,
  files: readonly ViewFile[],
  { processStyle }: CompileAppOptions,
): Promise<CompiledStyles[]> {
  const policy = { origins: [], frames: false, properties: createCustomProperties() };
  const styles: CompiledStyles[] = [];
  // One after the other: what each declares counts for those after it.
  for (const each of files) {
    styles.push(await compileStyles(source, each.source, each.html.styles, { policy, processStyle }));
  }
  return styles;
}

function listLinked({ routed, parts }: CompiledViews): RoutedPage[] {
  return [
    ...routed.map(({ source, pattern, html }) => ({
      source,
      pattern: html.route ? html.route.pattern : pattern,
      isUnknown: html.route !== undefined && html.route.pattern === undefined,
      range: html.route?.range,
      links: html.links,
    })),
    ...parts.map(({ source, html }) => ({ source, links: html.links })),
  ];
}
