import { compareText, type Diagnostic } from "@rune/schema";
import type { AppSource } from "./app-source.ts";
import { messages } from "./messages.ts";
import { diagnose } from "./source-text.ts";

/** HTML that has its place: views, and assets. */
const PLACED = /^(?:(?:pages\/.+\/)?(?:index|layout)\.html|components\/[^/]+\.html|assets\/.*)$/;

/** Finds HTML where somebody looked for a page, a layout or a component, and which nothing would show. */
export function findUnusedViews({ directory, files }: AppSource): Diagnostic[] {
  return [...files.keys()]
    .filter((path) => path.endsWith(".html") && !PLACED.test(path))
    .toSorted(compareText)
    .map((path) => diagnose(messages.app_html_unused(path, findPlace(path, files)), `${directory}/${path}`));
}

/** Where a file would be a view, by where it is. */
function findPlace(path: string, files: AppSource["files"]): string | undefined {
  const [, folder = "", name = ""] = /^(.*?)([^/]+)\.html$/.exec(path) ?? [];
  if (path === "pages/index.html") return "pages/home/index.html";
  const isPage = folder !== "pages/" && !files.has(`${folder}index.html`);
  if (path.startsWith("pages/") && isPage) return `${folder}index.html`;
  if (path.startsWith("pages/")) return `${folder}${name}/index.html`;
  if (path.startsWith("components/")) return `components/${name}.html`;
  return /^layouts?\//.test(path) ? "layout.html" : undefined;
}
