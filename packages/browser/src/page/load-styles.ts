import type { OpenedPackage } from "@rune/archive";
import { locate } from "../providers/url-source.ts";

/** `url(…)`, quoted or not; comments and strings are matched so that they are passed over. */
const token =
  /\/\*[^]*?(?:\*\/|$)|url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^)"'\s]*))\s*\)|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/gi;

/** Makes style sheets of files of the package, from verified bytes; nothing is fetched a second time. */
export function loadStyles(
  paths: readonly string[],
  pkg: OpenedPackage,
  url: string | undefined,
): Promise<CSSStyleSheet[]> {
  return Promise.all(
    paths.map(async (path) => {
      const text = new TextDecoder().decode(await pkg.read(path));
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(url === undefined ? text : resolveUrls(text, locate(url, path)));
      return sheet;
    }),
  );
}

/**
 * Makes the relative addresses in a style sheet absolute: a constructed sheet takes them as relative to the page, since
 * engines do not heed the `baseURL` of its constructor yet.
 */
export function resolveUrls(css: string, base: string): string {
  return css.replace(token, (match, double?: string, single?: string, bare?: string) => {
    const url = double ?? single ?? bare ?? "";
    const isRelative = url !== "" && !/^([a-z][a-z0-9+.-]*:|[/#])/i.test(url) && URL.canParse(url, base);
    return isRelative ? `url("${new URL(url, base).href}")` : match;
  });
}
