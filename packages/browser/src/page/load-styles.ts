import { checkStyleSheet, describeRefusal, rewriteStyleUrls } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import { locate } from "../providers/url-source.ts";
import type { AppSheet } from "./adopt-styles.ts";
import { styleSheetRefused } from "./messages.ts";

/** On the element that an app is mounted in: the whole page is the app's. */
export const WHOLE_PAGE = "data-rune-page";

/**
 * Makes style sheets of files of the package, from verified bytes; nothing is fetched a second time. They hold for the element of the app
 * and what is in it, or, where the app has the whole page, for the document.
 *
 * @throws RuneError (as a rejection) `style_sheet_refused` or with a code `package_…`
 */
export async function loadStyles(
  paths: readonly string[],
  { pkg, url, policy, element }: AppContext,
): Promise<AppSheet[]> {
  if (paths.length === 0) return [];
  const { CSSStyleSheet } = element.ownerDocument.defaultView as Window & typeof globalThis;
  const styles = element.hasAttribute(WHOLE_PAGE) ? undefined : await import("./styles/index.ts");
  const own = url === undefined ? [] : [new URL(url).origin];
  return Promise.all(
    paths.map(async (path) => {
      const source = new TextDecoder().decode(await pkg.read(path));
      const text = url === undefined ? source : resolveUrls(source, locate(url, path));
      // What is checked is what the browser gets, because resolving can change how it reads.
      const refusal = checkStyleSheet(text, { ...policy, origins: [...policy.origins, ...own] });
      if (refusal) throw styleSheetRefused(path, describeRefusal(refusal));
      const sheet = new CSSStyleSheet();
      if (!styles) {
        sheet.replaceSync(text);
        return { path, sheet };
      }
      const names = styles.getStyleNames(element);
      styles.collectStyleNames(text, names);
      return { path, sheet, scope: names.id, fill: () => styles.fillSheet(sheet, text, names) };
    }),
  );
}

/**
 * Makes the relative addresses in a style sheet absolute: a constructed sheet takes them as relative to the page, since
 * engines do not heed the `baseURL` of its constructor yet.
 */
export function resolveUrls(css: string, base: string): string {
  return rewriteStyleUrls(css, ({ text, url }) => {
    const isRelative = url !== undefined && !/^([a-z][a-z0-9+.-]*:|[/#])/i.test(url) && URL.canParse(url, base);
    return isRelative ? `url("${new URL(url, base).href}")` : text;
  });
}
