import type { CapabilityRequest, Diagnostic, JsonObject, MarkupPolicy, View } from "@rune/schema";
import { type CompileViewOptions, type CompileViewResult } from "../html/index.ts";
import type { AppSource, CompileAppOptions } from "./app-source.ts";
import { getAssetPath } from "./asset-path.ts";
import type { CompiledControllers, ControllerModule } from "./compile-controllers.ts";
import { describeController, describeInner } from "./describe-controller.ts";
import { compileKnownView } from "./known-files.ts";
import type { PageSource } from "./discover-pages.ts";
import { matchData } from "./match-data.ts";
import { readData } from "./read-data.ts";
import { decodeText, type SourceText } from "./source-text.ts";

/** The `data.json` of a page. */
interface PageData extends ReturnType<typeof readData> {
  text: SourceText;
}

/** A page with everything that was made of its files. */
export interface CompiledPage {
  page: PageSource;
  source: SourceText;
  controller?: SourceText | undefined;
  /** Of the view: also the route, links, styles and assets that the page names. */
  html: CompileViewResult;
  view?: View | undefined;
  module?: ControllerModule | undefined;
  data?: JsonObject | undefined;
  /** Its `data.json`, where that holds an object. */
  dataSource?: SourceText | undefined;
  /** Names in the data that the controller's variables of these names get. */
  assigns: readonly string[];
  diagnostics: Diagnostic[];
}

/** The files of a page that its controller and its view are compiled with. */
export interface ReadPage {
  page: PageSource;
  html: SourceText;
  data?: PageData | undefined;
  controller?: SourceText | undefined;
}

/** Reads what a page begins with: controllers are compiled with it, and views are checked against both. */
export function readPage(source: AppSource, page: PageSource): ReadPage {
  const read = (path: string): SourceText =>
    decodeText(`${source.directory}/${path}`, source.files.get(path) ?? new Uint8Array());
  const text = page.data === undefined ? undefined : read(page.data);
  return {
    page,
    html: read(page.html),
    data: text && { text, ...readData(text) },
    controller: page.controller === undefined ? undefined : read(page.controller),
  };
}

/** Compiles one page, whose controller has been compiled. */
export function compilePage(
  { page, html, data, controller }: ReadPage,
  controllers: CompiledControllers,
  options: CompileAppOptions,
): CompiledPage {
  const compiled = controllers.get(page.name);
  const own = compiled?.module?.own;
  const initial = matchData(data?.data, own, data?.text);
  const viewOptions: CompileViewOptions = {
    policy: createPolicy(options.capabilities),
    locateAsset: getAssetPath,
    controllers: describeInner(controllers, page.name),
  };
  if (initial.data) viewOptions.data = initial.data;
  const described = describeController(compiled);
  if (described) viewOptions.controller = described;
  // Without its controller or data the view cannot be judged; its own errors would be noise.
  const unknown = (compiled !== undefined && !own) || (data !== undefined && !data.data);
  if (unknown) viewOptions.names = "open";
  const result = compileKnownView(
    { kind: page.kind, file: html.file, name: page.name, folder: folderOf(page.html), source: html.text },
    viewOptions,
  );
  return {
    page,
    source: html,
    controller,
    html: result,
    view: result.view,
    module: compiled?.module,
    data: initial.data,
    dataSource: data?.data && data.text,
    assigns: initial.assigns,
    diagnostics: [...(data?.diagnostics ?? []), ...initial.diagnostics, ...result.diagnostics],
  };
}

/** What markup may contain with what the author asks for. */
export function createPolicy(capabilities: readonly CapabilityRequest[]): MarkupPolicy {
  return {
    origins: capabilities.find((each) => each.name === "net")?.origins ?? [],
    frames: capabilities.some((each) => each.name === "frames"),
  };
}

/** The folder of a file, `` for the app's own. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
