import type { AppContext } from "../app-context.ts";
import type { AppSheet } from "../page/adopt-styles.ts";
import type { Page } from "../page/load-page.ts";

/**
 * Loads what style sheets of pages have become. What is returned puts them in the place of those before: where they show, in one go with nothing else
 * of the page changing, and where they do not, for when they will.
 *
 * @throws RuneError (as a rejection) where one of them is refused
 */
export async function loadSheets(
  pages: Iterable<Page>,
  changed: ReadonlySet<string>,
  app: AppContext,
): Promise<() => void> {
  const loads = [...pages].map(async ({ sheets }) => {
    // Those of an app that has not the whole page are also made of the names that others define.
    const isOther = ({ path, scope }: AppSheet): boolean =>
      changed.has(path) || (scope !== undefined && changed.size > 0);
    const paths = sheets.filter(isOther).map(({ path }) => path);
    return { sheets, loaded: await app.verifier.loadStyles(paths, app) };
  });
  const all = await Promise.all(loads);
  return () => {
    const { adoptedStyleSheets = [] } = app.element.getRootNode() as Partial<DocumentOrShadowRoot>;
    for (const { sheets, loaded } of all) for (const each of loaded) replaceSheet(sheets, each, adoptedStyleSheets);
  };
}

function replaceSheet(sheets: AppSheet[], next: AppSheet, adopted: CSSStyleSheet[]): void {
  const index = sheets.findIndex(({ path }) => path === next.path);
  const [old] = sheets.splice(index, 1, next);
  const place = old ? adopted.indexOf(old.sheet) : -1;
  if (place < 0) return;
  next.fill?.();
  delete next.fill;
  adopted[place] = next.sheet;
}
