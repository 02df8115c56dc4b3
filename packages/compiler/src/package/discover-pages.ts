import { compareText, type Diagnostic } from "@rune/schema";
import type { AppSource } from "./app-source.ts";
import { messages } from "./messages.ts";
import { diagnose } from "./source-text.ts";

/** A page's files, as paths relative to the app's folder. */
export interface PageSource {
  /** Folder path below `pages`. */
  name: string;
  html: string;
  controller?: string;
  data?: string;
}

/** Finds the pages of an app: every folder below `pages` that has an `index.html`. */
export function discoverPages(source: AppSource): { pages: PageSource[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const pages: PageSource[] = [];
  for (const [name, files] of groupByFolder(source)) {
    const folder = `pages/${name}`;
    const place = `${source.directory}/${folder}`;
    const controllers = files.filter(isController);
    if (controllers.length > 1) {
      diagnostics.push(diagnose(messages.app_two_controllers(name, controllers), `${place}/${controllers[1]}`));
    }
    const [controller] = controllers;
    if (!files.includes("index.html")) {
      const orphan = controller ?? files.find((file) => file === "data.json");
      if (orphan) diagnostics.push(diagnose(messages.app_page_without_html(name), `${place}/${orphan}`));
      continue;
    }
    const page: PageSource = { name, html: `${folder}/index.html` };
    if (controller) page.controller = `${folder}/${controller}`;
    if (files.includes("data.json")) page.data = `${folder}/data.json`;
    pages.push(page);
  }
  if (pages.length === 0 && diagnostics.length === 0)
    diagnostics.push(diagnose(messages.app_no_pages(source.directory)));
  return { pages, diagnostics };
}

/** `controller.ts`, or with the suffix of an engine: `controller.as.ts`. */
function isController(file: string): boolean {
  return /^controller(\.[a-z]+)?\.ts$/.test(file) && file !== "controller.d.ts";
}

function groupByFolder(source: AppSource): [string, string[]][] {
  const folders = new Map<string, string[]>();
  for (const path of source.files.keys()) {
    const match = /^pages\/(.+)\/([^/]+)$/.exec(path);
    if (!match?.[1] || !match[2]) continue;
    const files = folders.get(match[1]) ?? [];
    files.push(match[2]);
    folders.set(match[1], files);
  }
  return [...folders].sort(([a], [b]) => compareText(a, b)).map(([name, files]) => [name, files.sort(compareText)]);
}
