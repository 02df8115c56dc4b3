import { compareText, type Diagnostic } from "@rune/schema";
import type { AppSource } from "./app-source.ts";
import { messages } from "./messages.ts";
import { diagnose } from "./source-text.ts";

/** A page's files, as paths relative to the app's folder. */
export interface PageSource {
  kind: "page" | "layout";
  /** Name of the view: of a page its folder path below `pages`, of a layout `layouts` or `layouts/` and that path. */
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
    const page: PageSource = { kind: "page", name, html: `${folder}/index.html` };
    if (controller) page.controller = `${folder}/${controller}`;
    if (files.includes("data.json")) page.data = `${folder}/data.json`;
    pages.push(page);
  }
  if (pages.length === 0 && diagnostics.length === 0)
    diagnostics.push(diagnose(messages.app_no_pages(source.directory)));
  return { pages, diagnostics };
}

/** Finds the layouts of an app: `layout.html` in its folder, for all pages, and in folders below `pages`, for the pages there and below. */
export function discoverLayouts({ files }: AppSource): PageSource[] {
  return [...files.keys()].sort(compareText).flatMap((html): PageSource[] => {
    const folder = /^((?:pages\/.+\/)?)layout\.html$/.exec(html)?.[1];
    if (folder === undefined) return [];
    const place = folder.slice("pages/".length, -1);
    const layout: PageSource = { kind: "layout", name: place === "" ? LAYOUTS : `${LAYOUTS}/${place}`, html };
    if (files.has(`${folder}layout.ts`)) layout.controller = `${folder}layout.ts`;
    if (files.has(`${folder}layout.json`)) layout.data = `${folder}layout.json`;
    return [layout];
  });
}

/** Names of the layouts around a page, from the outside in. */
export function findLayouts(page: string, layouts: readonly PageSource[]): string[] {
  const around = page.split("/").map((_, i, parts) => [LAYOUTS, ...parts.slice(0, i + 1)].join("/"));
  return [LAYOUTS, ...around].filter((name) => layouts.some((layout) => layout.name === name));
}

const LAYOUTS = "layouts";

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
