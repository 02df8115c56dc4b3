import type { Diagnostic, View } from "@rune/schema";
import type { CompileViewResult } from "../html/index.ts";
import type { UsingView } from "./check-components.ts";
import type { CompiledPage } from "./compile-page.ts";
import { messages } from "./messages.ts";
import { diagnose, type SourceText } from "./source-text.ts";

/** An HTML file of the app: a page or a component, with those that it defines for itself. */
export interface ViewFile {
  /** Name of the view that the file is. */
  name: string;
  source: SourceText;
  html: CompileViewResult;
}

/** Names of all views: those of files, then those that files define for themselves. */
export function listViews(files: readonly ViewFile[]): string[] {
  return [...files.map(({ name }) => name), ...files.flatMap(({ html }) => html.components.map(({ name }) => name))];
}

/** The views of all components. */
export function listComponentViews(files: readonly ViewFile[]): View[] {
  const views = files.flatMap(({ html }) => [...(html.component ? [html] : []), ...html.components]);
  return views.flatMap(({ view }) => view ?? []);
}

/** What the views of a file have to do with components. */
export function listUses({ name, source, html }: ViewFile): UsingView[] {
  const inner = html.components.map(({ name: view, component, uses }) => ({ name: view, source, component, uses }));
  return [{ name, source, component: html.component, uses: html.uses }, ...inner];
}

/** Checks that no page has the name of a component's view. */
export function checkViewNames(pages: readonly CompiledPage[], files: readonly ViewFile[]): Diagnostic[] {
  const names = listViews(files);
  return pages
    .filter(({ page }) => names.indexOf(page.name) !== names.lastIndexOf(page.name))
    .map(({ page, source }) => diagnose(messages.app_component_taken(page.name), source.file));
}
