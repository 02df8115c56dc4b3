import { compareText, type Diagnostic } from "@rune/schema";
import { compileView, isComponentName, nameComponentView, type CompileViewResult } from "../html/index.ts";
import type { AppSource, CompileAppOptions } from "./app-source.ts";
import { getAssetPath } from "./asset-path.ts";
import { createPolicy } from "./compile-page.ts";
import { messages } from "./messages.ts";
import { decodeText, diagnose, type SourceText } from "./source-text.ts";

/** A component of the app. */
export interface CompiledComponent {
  /** Name of its view. */
  name: string;
  source: SourceText;
  html: CompileViewResult;
}

/** Compiles the components of an app: every `components/<name>.html`. */
export function compileComponents(
  source: AppSource,
  options: CompileAppOptions,
): { components: CompiledComponent[]; diagnostics: Diagnostic[] } {
  const components: CompiledComponent[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of [...source.files.keys()].sort(compareText)) {
    const name = /^components\/([^/]+)\.html$/.exec(path)?.[1];
    if (name === undefined) continue;
    const text = decodeText(`${source.directory}/${path}`, source.files.get(path) ?? new Uint8Array());
    const controller = path.replace(/\.html$/, ".ts");
    if (source.files.has(controller)) {
      diagnostics.push(diagnose(messages.app_component_controller(name), `${source.directory}/${controller}`));
    }
    if (isComponentName(name)) components.push(compileComponent(text, name, options));
    else diagnostics.push(diagnose(messages.app_component_name(name), text.file));
  }
  return { components, diagnostics: [...diagnostics, ...components.flatMap(({ html }) => html.diagnostics)] };
}

function compileComponent(source: SourceText, name: string, options: CompileAppOptions): CompiledComponent {
  const view = nameComponentView(name);
  const html = compileView(
    { kind: "component", file: source.file, name: view, folder: "components", source: source.text },
    { policy: createPolicy(options.capabilities), locateAsset: getAssetPath },
  );
  return { name: view, source, html };
}
