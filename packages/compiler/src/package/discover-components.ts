import { compareText, type Diagnostic } from "@rune/schema";
import { isComponentName, nameComponentView } from "../html/index.ts";
import type { AppSource } from "./app-source.ts";
import { componentMessages } from "./component-messages.ts";
import { decodeText, diagnose, type SourceText } from "./source-text.ts";

/** The files of a component of the app. */
export interface ComponentSource {
  /** Name of its view. */
  name: string;
  html: SourceText;
  controller?: SourceText | undefined;
}

/** Finds the components of an app: every `components/<name>.html`, and the `<name>.ts` beside it. */
export function discoverComponents(source: AppSource): { components: ComponentSource[]; diagnostics: Diagnostic[] } {
  const components: ComponentSource[] = [];
  const diagnostics: Diagnostic[] = [];
  const read = (path: string): SourceText | undefined => {
    const bytes = source.files.get(path);
    return bytes && decodeText(`${source.directory}/${path}`, bytes);
  };
  for (const path of [...source.files.keys()].sort(compareText)) {
    const name = /^components\/([^/]+)\.html$/.exec(path)?.[1];
    const html = name === undefined ? undefined : read(path);
    if (name === undefined || !html) continue;
    const linear = `components/${name}.as.ts`;
    if (source.files.has(linear)) {
      diagnostics.push(diagnose(componentMessages.app_component_engine(), `${source.directory}/${linear}`));
    }
    if (!isComponentName(name)) diagnostics.push(diagnose(componentMessages.app_component_name(name), html.file));
    else components.push({ name: nameComponentView(name), html, controller: read(`components/${name}.ts`) });
  }
  return { components, diagnostics };
}
