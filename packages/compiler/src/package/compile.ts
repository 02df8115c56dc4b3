import { compareText, createCustomProperties, findNearest } from "@rune/schema";
import type { Diagnostic, MarkupPolicy, View } from "@rune/schema";
import { createViewChecker } from "../engines/index.ts";
import type { AppCall, AppPage, AppSource, CompileAppOptions, CompileAppResult } from "./app-source.ts";
import { getAssetPath } from "./asset-path.ts";
import { checkAssetCalls } from "./check-asset-calls.ts";
import { checkComputedOnce } from "./check-computed-once.ts";
import { checkComponents } from "./check-components.ts";
import { checkLayouts } from "./check-layouts.ts";
import { checkModules } from "./check-modules.ts";
import { checkNavigation } from "./check-navigation.ts";
import { checkRooted } from "./check-rooted.ts";
import { checkRoutes, createLinkCheck, type RoutedPage } from "./check-routes.ts";
import { checkTypes } from "./check-views.ts";
import { checkStart } from "./check-start.ts";
import { collectCapabilities, type ModuleSource } from "./collect-capabilities.ts";
import { compileComponent } from "./compile-component.ts";
import { compileControllers, createReader, listModules, type CompiledControllers } from "./compile-controllers.ts";
import { compilePage, readPage, type CompiledPage } from "./compile-page.ts";
import { compileStyles, type CompiledStyles } from "./compile-styles.ts";
import { discoverComponents } from "./discover-components.ts";
import { discoverLayouts, discoverPages, findLayouts } from "./discover-pages.ts";
import { draftManifest, findEntry, getPagePaths } from "./draft-manifest.ts";
import { messages } from "./messages.ts";
import { planControllers } from "./plan-controllers.ts";
import { scopeViews } from "./scope-views.ts";
import { diagnose, placeDiagnostic } from "./source-text.ts";
import type { AssetReference } from "../html/index.ts";
import { findMisnamed } from "./find-misnamed.ts";
import { findUnusedViews } from "./find-unused-views.ts";
import { checkViewNames, listComponentViews, listUses, listViews, withInitial, type ViewFile } from "./view-file.ts";

/**
 * Compiles an app to the parts of its package. Pure: files come in, files go out. All errors are reported, of all pages;
 * with any of them there is no output.
 */
export async function compileApp(source: AppSource, options: CompileAppOptions): Promise<CompileAppResult> {
  const discovered = discoverPages(source);
  const found = discoverComponents(source);
  const read = [...discovered.pages, ...discoverLayouts(source)].map((page) => readPage(source, page));
  const plan = planControllers(source, read, found.components);
  const { release, replaceable, compileModule } = options;
  // To make modules small takes longer than all else: what is wrong is found before that.
  const controllers = await compileControllers(source, plan.controllers, {
    compileModule,
    release: release && "check",
    replaceable,
  });
  const controlled = read.map((page) => compilePage(page, controllers, options));
  const pages = controlled.filter(({ page }) => page.kind === "page");
  const layouts = controlled.filter(({ page }) => page.kind === "layout");
  const components = found.components.map((component) => compileComponent(component, controllers, options));
  const routed = pages.map((page) => ({ ...page, pattern: page.html.route?.pattern ?? defaultRoute(page.page.name) }));
  const all = [...controlled.map(({ page, ...rest }) => ({ name: page.name, ...rest })), ...components];
  const parts = [...layouts, ...components];
  const stylePolicy: MarkupPolicy = { origins: [], frames: false, properties: createCustomProperties() };
  const styleOptions = { policy: stylePolicy, processStyle: options.processStyle };
  const styles: CompiledStyles[] = [];
  // One after the other: what each declares counts for those after it.
  for (const each of all) styles.push(await compileStyles(source, each.source, each.html.styles, styleOptions));
  const readFile = createReader(source);
  const modules = listSources(controllers, readFile);
  const { diagnostics: capabilityDiagnostics } = collectCapabilities(options.capabilities, modules);
  const typed = await checkTypes(
    scopeViews(controlled, components, controllers),
    readFile,
    options.checkViews ?? createViewChecker(),
  );
  const linked: RoutedPage[] = [
    ...routed.map(({ source: text, pattern, html }) => ({
      source: text,
      pattern: html.route ? html.route.pattern : pattern,
      isUnknown: html.route !== undefined && html.route.pattern === undefined,
      range: html.route?.range,
      links: html.links,
    })),
    ...parts.map(({ source: text, html }) => ({ source: text, links: html.links })),
  ];
  const findFault = createLinkCheck(linked);
  const diagnostics = [
    ...discovered.diagnostics,
    ...findUnusedViews(source),
    ...findMisnamed(source),
    ...found.diagnostics,
    ...plan.diagnostics,
    ...checkLayouts(pages, layouts),
    ...[...controllers.values()].flatMap((controller) => controller.diagnostics),
    ...withTypes(
      [...controlled, ...components].flatMap((view) => view.diagnostics),
      typed,
    ),
    ...styles.flatMap((style) => style.diagnostics),
    ...all.flatMap((each) => checkAssets(source, each)),
    ...checkComponents(all.flatMap((file) => listUses(file, controllers))),
    ...checkViewNames(pages, all),
    ...checkComputedOnce(all, plan.controllers, controllers),
    ...checkRoutes(linked, findFault),
    ...checkAssetCalls(source, controllers, readFile),
    ...checkNavigation(controllers, { pages: pages.map(({ page }) => page.name), findFault, readFile }),
    ...checkRooted(
      source,
      [
        ...routed.map(({ source: text, pattern, html }) => ({ source: text, pattern, rooted: html.rooted })),
        ...parts.map(({ source: text, html }) => ({ source: text, rooted: html.rooted })),
      ],
      options.routing,
    ),
    ...checkModules(controllers, controlled, [
      ...layouts.flatMap(({ view }) => view ?? []),
      ...listComponentViews(all),
    ]),
    ...routed.flatMap(({ page, pattern }) => {
      const controller = controllers.get(page.name);
      return controller ? checkStart(controller.source, pattern, readFile) : [];
    }),
    ...checkEntry(routed.map((page) => page.pattern)),
    ...capabilityDiagnostics,
  ].sort(compareDiagnostics);
  const dependencies = [...new Set(modules.flatMap(({ module }) => module.dependencies))].sort(compareText);
  if (diagnostics.some(isError)) return { diagnostics, dependencies };

  const made = release ? await compileControllers(source, plan.controllers, { compileModule, release }) : controllers;
  const failures = [...made.values()].flatMap((each) => each.diagnostics).filter(isError);
  if (failures.length > 0) return { diagnostics: failures, dependencies };

  const files = collectFiles(source, controlled, withInitial(all, controllers), styles);
  for (const { name, whole } of listModules(made)) files.set(getPagePaths(name).module, whole.bytes);
  const assets = [...files.keys()].filter((path) => path.startsWith("assets/")).sort(compareText);
  const views = listViews(all);
  const { capabilities } = collectCapabilities(options.capabilities, listSources(made, readFile));
  const draft = draftManifest(options, { pages: routed, layouts, views, controllers: made, assets, capabilities });
  const described = routed.map((page) => describePage(page, layouts));
  return { output: { draft, files, pages: described, calls: all.flatMap(listCalls) }, diagnostics, dependencies };
}

/** The modules, with all files that they are made of. */
function listSources(controllers: CompiledControllers, readFile: (path: string) => string | undefined): ModuleSource[] {
  return listModules(controllers).map(({ source, whole }) => {
    const others = whole.dependencies.map((file) => ({ file, text: readFile(file) ?? "" }));
    return { files: [source, ...others], module: whole };
  });
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function listCalls({ source: { file }, html }: ViewFile): AppCall[] {
  return html.calls.map(({ view, name, range: { start } }) => {
    return { view, name, place: `${file}:${start.line}:${start.column}` };
  });
}

/** Of what two checks have found, the one that knows types says more about arguments, and the other more about data. */
function withTypes(untyped: readonly Diagnostic[], typed: readonly Diagnostic[]): Diagnostic[] {
  const isArgument = ({ code }: Diagnostic): boolean => code === "view_argument_type";
  const arePlaced = (list: readonly Diagnostic[]): ReadonlySet<string> => new Set(list.map(placeOf));
  const [known, given] = [arePlaced(typed), arePlaced(untyped)];
  return [
    ...untyped.filter((each) => !(isArgument(each) && known.has(placeOf(each)))),
    ...typed.filter((each) => isArgument(each) || !given.has(placeOf(each))),
  ];
}

function placeOf({ file, code, range }: Diagnostic): string {
  return JSON.stringify([file, code, range?.start.offset]);
}

/** `home` is the root; any other page's route is its folder path. */
function defaultRoute(name: string): string {
  return name === "home" ? "/" : `/${name}`;
}

function checkEntry(patterns: readonly string[]): Diagnostic[] {
  if (patterns.length === 0 || findEntry(patterns) !== undefined) return [];
  return [diagnose(messages.app_no_entry(patterns))];
}

/** What a page does not say of itself, the layouts around it say. */
function describePage(
  { page, pattern, view }: CompiledPage & { pattern: string },
  layouts: readonly CompiledPage[],
): AppPage {
  const names = findLayouts(
    page.name,
    layouts.map((layout) => layout.page),
  );
  const around = names.map((name) => layouts.find((layout) => layout.page.name === name)?.view);
  const heads = [view, ...around.reverse()].flatMap((each) => each?.head ?? []);
  const title = heads.find((head) => head.title !== undefined)?.title;
  const lang = heads.find((head) => head.lang !== undefined)?.lang;
  return { name: page.name, pattern, ...(title !== undefined && { title }), ...(lang !== undefined && { lang }) };
}

function checkAssets(source: AppSource, page: ViewFile): Diagnostic[] {
  return page.html.assets
    .filter((asset) => findFile(source, asset) === undefined)
    .map((asset) => {
      const nearest = findNearest(asset.path, source.files.keys());
      return placeDiagnostic(messages.app_asset_missing(asset.path, nearest), page.source, asset.range);
    });
}

/** The file of the app that a reference means. */
function findFile({ files }: AppSource, { path, isPackaged }: AssetReference): string | undefined {
  if (!isPackaged) return files.has(path) ? path : undefined;
  return [path, path.replace(/^assets\//, "")].find((each) => files.has(each) && getAssetPath(each) === path);
}

/** Everything that the package holds, by path: views, modules, data, the assets folder and what pages refer to. */
function collectFiles(
  source: AppSource,
  pages: readonly CompiledPage[],
  all: readonly ViewFile[],
  styles: readonly CompiledStyles[],
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();
  const addAsset = (path: string): void => {
    const bytes = source.files.get(path);
    if (bytes) files.set(getAssetPath(path), bytes);
  };
  for (const path of source.files.keys()) if (path.startsWith("assets/")) addAsset(path);
  const addView = (view: View): void => {
    files.set(getPagePaths(view.name).view, encoder.encode(JSON.stringify(view)));
  };
  all.forEach(({ html }, i) => {
    const sheets = styles[i];
    const { view } = html;
    if (view) addView(sheets && sheets.paths.length > 0 ? { ...view, styles: sheets.paths } : view);
    for (const inner of html.components) if (inner.view) addView(inner.view);
    for (const asset of html.assets) addAsset(findFile(source, asset) ?? asset.path);
    for (const asset of sheets?.assets ?? []) addAsset(asset);
    for (const [path, css] of sheets?.files ?? []) files.set(path, encoder.encode(css));
  });
  for (const { page, data } of pages) {
    if (data) files.set(getPagePaths(page.name).data, encoder.encode(JSON.stringify(data)));
  }
  return files;
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file ?? "", b.file ?? "") ||
    (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0) ||
    compareText(a.code, b.code)
  );
}
