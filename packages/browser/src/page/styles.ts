import type { OpenedPackage } from "@rune/archive";
import { locate } from "../providers/url-source.ts";

/** Makes style sheets of files of the package, from verified bytes; nothing is fetched a second time. */
export function loadStyles(
  paths: readonly string[],
  pkg: OpenedPackage,
  url: string | undefined,
): Promise<CSSStyleSheet[]> {
  return Promise.all(
    paths.map(async (path) => {
      const text = new TextDecoder().decode(await pkg.read(path));
      const sheet = new CSSStyleSheet(url === undefined ? {} : { baseURL: locate(url, path) });
      sheet.replaceSync(text);
      return sheet;
    }),
  );
}

/** Puts style sheets in force for the tree that an element is in. Returns what takes them out. */
export function adoptStyles(element: Element, sheets: readonly CSSStyleSheet[]): () => void {
  const root = element.getRootNode() as Node & DocumentOrShadowRoot;
  if (sheets.length === 0 || !("adoptedStyleSheets" in root)) return () => {};
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
}
