import type { CapabilityRequest, Diagnostic, JsonObject, MarkupPolicy, View } from "@rune/schema";
import type { CompiledModule } from "../engines/index.ts";
import { compileView, type CompileViewOptions, type CompileViewResult } from "../html/index.ts";
import type { AppSource, CompileAppOptions } from "./app-source.ts";
import { getAssetPath } from "./asset-path.ts";
import type { PageSource } from "./discover-pages.ts";
import { matchData } from "./match-data.ts";
import { readData } from "./read-data.ts";
import { decodeText, type SourceText } from "./source-text.ts";

/** A page with everything that was made of its files. */
export interface CompiledPage {
  page: PageSource;
  source: SourceText;
  controller?: SourceText | undefined;
  /** Of the view: also the route, links, styles and assets that the page names. */
  html: CompileViewResult;
  view?: View | undefined;
  module?: CompiledModule | undefined;
  data?: JsonObject | undefined;
  /** Names in the data that the controller's variables of these names get. */
  assigns: readonly string[];
  diagnostics: Diagnostic[];
  dependencies: readonly string[];
}

/** Compiles one page: its data and controller first, because the view is checked against them. */
export async function compilePage(
  source: AppSource,
  page: PageSource,
  options: CompileAppOptions,
): Promise<CompiledPage> {
  const read = (path: string): SourceText =>
    decodeText(`${source.directory}/${path}`, source.files.get(path) ?? new Uint8Array());
  const html = read(page.html);
  const data = page.data === undefined ? undefined : readData(read(page.data));
  const controller = page.controller === undefined ? undefined : read(page.controller);
  const assigns = Object.keys(data?.data ?? {});
  const compiled = controller && (await compileController(source, controller, options, assigns));
  const initial = matchData(data?.data, compiled?.module, page.data === undefined ? undefined : read(page.data));
  const viewOptions: CompileViewOptions = {
    policy: createPolicy(options.capabilities),
    locateAsset: getAssetPath,
  };
  if (initial.data) viewOptions.data = initial.data;
  if (controller && compiled?.module) {
    const { exports, variables, updates } = compiled.module;
    viewOptions.controller = {
      file: fileName(controller.file),
      exports,
      updates,
      ...(variables && { variables: variables.map(({ name }) => name) }),
    };
  }
  // Without its controller or data the view cannot be judged; its own errors would be noise.
  const unknown = (compiled !== undefined && !compiled.module) || (data !== undefined && !data.data);
  if (unknown) viewOptions.names = "open";
  const result = compileView({ file: html.file, name: page.name, source: html.text }, viewOptions);
  return {
    page,
    source: html,
    controller,
    html: result,
    view: result.view,
    module: compiled?.module,
    data: initial.data,
    assigns: initial.assigns,
    diagnostics: [
      ...(data?.diagnostics ?? []),
      ...initial.diagnostics,
      ...(compiled?.diagnostics ?? []),
      ...result.diagnostics,
    ],
    dependencies: compiled?.module?.dependencies ?? [],
  };
}

function compileController(
  source: AppSource,
  controller: SourceText,
  options: CompileAppOptions,
  assigns: readonly string[],
) {
  const prefix = `${source.directory}/`;
  return options.compileModule(
    {
      file: controller.file,
      source: controller.text,
      readFile: (path) => {
        const bytes = path.startsWith(prefix) ? source.files.get(path.slice(prefix.length)) : undefined;
        return bytes && decodeText(path, bytes).text;
      },
    },
    // A package is loaded by whom its author may not know: every module of it can be stopped.
    {
      release: options.release,
      assigns,
      fuel: true,
      // In development errors name the author's place, and debuggers show the source.
      sourceMap: options.release ? false : "inline",
    },
  );
}

/** What markup may contain with what the author asks for. */
export function createPolicy(capabilities: readonly CapabilityRequest[]): MarkupPolicy {
  return {
    origins: capabilities.find((each) => each.name === "net")?.origins ?? [],
    frames: capabilities.some((each) => each.name === "frames"),
  };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
