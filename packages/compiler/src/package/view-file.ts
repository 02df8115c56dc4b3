import type { Diagnostic, View } from "@rune/schema";
import type { CompileViewResult } from "../html/index.ts";
import type { EmittedEvents } from "../engines/index.ts";
import type { UsingView } from "./check-components.ts";
import type { CompiledControllers } from "./compile-controllers.ts";
import type { CompiledPage } from "./compile-page.ts";
import { componentMessages } from "./component-messages.ts";
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
export function listUses({ name, source, html }: ViewFile, controllers: CompiledControllers): UsingView[] {
  const views = [{ name, component: html.component, uses: html.uses }, ...html.components];
  return views.map((view) => {
    const controller = controllers.get(view.name);
    const emits = controller ? (controller.module?.own.emits ?? unknown) : none;
    return { name: view.name, component: view.component, uses: view.uses, source, emits };
  });
}

/** Puts what the controllers of components begin with into their views, so that these show it before there are controllers. */
export function withInitial(files: readonly ViewFile[], controllers: CompiledControllers): ViewFile[] {
  const add = (view: View): View => {
    const variables = controllers.get(view.name)?.module?.own.variables ?? [];
    const known = variables.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial] as const]));
    return known.length > 0 ? { ...view, initial: Object.fromEntries(known) } : view;
  };
  return files.map((file) => {
    const { html } = file;
    const components = html.components.map((each) => (each.view ? { ...each, view: add(each.view) } : each));
    // A page's are in its data.
    const view = html.component && html.view ? { view: add(html.view) } : {};
    return { ...file, html: { ...html, ...view, components } };
  });
}

const none: EmittedEvents = { names: [], complete: true };
const unknown: EmittedEvents = { names: [], complete: false };

/** Checks that no page has the name of a component's view. */
export function checkViewNames(pages: readonly CompiledPage[], files: readonly ViewFile[]): Diagnostic[] {
  const names = listViews(files);
  return pages
    .filter(({ page }) => names.indexOf(page.name) !== names.lastIndexOf(page.name))
    .map(({ page, source }) => diagnose(componentMessages.app_component_taken(page.name), source.file));
}
