import { compareText, type View } from "@rune/schema";
import type { AppCall, AppOutput, AppPage, AppSource } from "./app-source.ts";
import { getAssetPath } from "./asset-path.ts";
import { findAsset } from "./check-assets.ts";
import { collectCapabilities, listSources } from "./collect-capabilities.ts";
import { listModules, type CompiledControllers } from "./compile-controllers.ts";
import type { CompiledPage } from "./compile-page.ts";
import type { CompiledStyles } from "./compile-styles.ts";
import { findLayouts } from "./discover-pages.ts";
import { draftManifest, getPagePaths } from "./draft-manifest.ts";
import type { AppFacts } from "./gather-facts.ts";
import { listViews, withInitial, type ViewFile } from "./view-file.ts";

/** Makes the parts of the package of an app with which nothing is wrong. The controllers may be compiled anew since it was checked. */
export function createOutput(facts: AppFacts, controllers: CompiledControllers): AppOutput {
  const { source, options, readFile, controlled, routed, layouts, all, styles } = facts;
  const files = collectFiles(source, controlled, withInitial(all, facts.controllers), styles);
  for (const { name, whole } of listModules(controllers)) files.set(getPagePaths(name).module, whole.bytes);
  const assets = [...files.keys()].filter((path) => path.startsWith("assets/")).sort(compareText);
  const { capabilities } = collectCapabilities(options.capabilities, listSources(controllers, readFile));
  const parts = { pages: routed, layouts, views: listViews(all), controllers, assets, capabilities };
  const pages = routed.map((page) => describePage(page, layouts));
  return { draft: draftManifest(options, parts), files, pages, calls: all.flatMap(listCalls) };
}

function listCalls({ source: { file }, html }: ViewFile): AppCall[] {
  return html.calls.map(({ view, name, range: { start } }) => {
    return { view, name, place: `${file}:${start.line}:${start.column}` };
  });
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
    for (const asset of html.assets) addAsset(findAsset(source, asset) ?? asset.path);
    for (const asset of sheets?.assets ?? []) addAsset(asset);
    for (const [path, css] of sheets?.files ?? []) files.set(path, encoder.encode(css));
  });
  for (const { page, data } of pages) {
    if (data) files.set(getPagePaths(page.name).data, encoder.encode(JSON.stringify(data)));
  }
  return files;
}
