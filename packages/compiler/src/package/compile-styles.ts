import { checkStyleSheet, describeRefusal, findNearest, rewriteStyleUrls } from "@rune/schema";
import type { Diagnostic, MarkupPolicy } from "@rune/schema";
import type { StyleReference } from "../html/index.ts";
import type { AppSource, StyleProcessor } from "./app-source.ts";
import { getAssetPath, resolveReference } from "./asset-path.ts";
import { messages } from "./messages.ts";
import { processSheet, type Sheet } from "./process-sheet.ts";
import { decodeText, diagnoseRange, placeDiagnostic, type SourceText } from "./source-text.ts";

/** The style sheets of a page, ready for the package. */
export interface CompiledStyles {
  /** Package paths, in the order of the page's HTML. */
  paths: string[];
  /** The sheets, by package path. */
  files: Map<string, string>;
  /** App paths of files that the sheets refer to. */
  assets: string[];
  diagnostics: Diagnostic[];
}

/** What all sheets of an app have in common. */
export interface StyleOptions {
  /** One for all of them. */
  policy: MarkupPolicy;
  processStyle?: StyleProcessor | undefined;
}

/**
 * Takes a page's styles out of its HTML: `<style>` elements become files of their own, linked sheets are read, and
 * what they refer to is bound into the package.
 */
export async function compileStyles(
  source: AppSource,
  page: SourceText,
  styles: readonly StyleReference[],
  options: StyleOptions,
): Promise<CompiledStyles> {
  const compiled: CompiledStyles = { paths: [], files: new Map(), assets: [], diagnostics: [] };
  const pagePath = page.file.slice(source.directory.length + 1);
  let inline = 0;
  for (const style of styles) {
    if (style.type === "inline") {
      inline++;
      // A page has its folder for itself, components lie side by side.
      const folder = pagePath.replace(/(?:index)?\.html$/, (suffix) => (suffix === ".html" ? "." : ""));
      const path = `${folder}inline${inline === 1 ? "" : `-${inline}`}.css`;
      const sheet = { path, css: style.css, place: page, shift: style.range.start.offset, element: inline };
      await compileSheet(source, compiled, sheet, options);
      continue;
    }
    const path = resolveReference(pagePath, style.href);
    const bytes = path === undefined ? undefined : source.files.get(path);
    if (path === undefined || !bytes) {
      const nearest = findNearest(path ?? style.href, source.files.keys());
      const message = messages.app_asset_missing(path ?? style.href, nearest);
      compiled.diagnostics.push(placeDiagnostic(message, page, style.range));
      continue;
    }
    const place = decodeText(`${source.directory}/${path}`, bytes);
    await compileSheet(source, compiled, { path, css: place.text, place, shift: 0 }, options);
  }
  return compiled;
}

/** Path, from a sheet, of a file of the app that an address means which begins with a slash. */
function findRooted({ files }: AppSource, sheet: string, url: string): string | undefined {
  const file = [url.slice(1), `assets${url}`].find((each) => files.has(each));
  return file === undefined ? undefined : relativePath(sheet, file);
}

/** What an `@import` that begins at `offset` names. */
function findImported(css: string, offset: number): string {
  return /^@import\s+(?:url\()?\s*["']?([^"')\s;]*)/i.exec(css.slice(offset))?.[1] ?? "";
}

/** Checks one sheet and rewrites its references from app paths to package paths. */
async function compileSheet(
  source: AppSource,
  compiled: CompiledStyles,
  sheet: Sheet,
  { policy, processStyle }: StyleOptions,
): Promise<void> {
  const { path } = sheet;
  const packagePath = getAssetPath(path);
  const before = compiled.diagnostics.length;
  const processed = await processSheet(sheet, processStyle);
  compiled.diagnostics.push(...processed.diagnostics);
  if (processed.css === undefined) return;
  const text = rewriteStyleUrls(processed.css, ({ text: match, offset, url }) => {
    const report = (message: Parameters<typeof diagnoseRange>[0]): string => {
      const { start, end } = processed.locate(offset, offset + match.length, url ?? match);
      compiled.diagnostics.push(diagnoseRange(message, sheet.place, start, end));
      return match;
    };
    if (url === undefined) return report(messages.app_style_import(findImported(processed.css ?? "", offset)));
    if (url.startsWith("#") || url.startsWith("data:")) return match;
    if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(url))
      return report(messages.app_style_remote(url, findRooted(source, path, url)));
    const target = resolveReference(path, url);
    if (target === undefined || !source.files.has(target)) {
      return report(messages.app_asset_missing(target ?? url, findNearest(target ?? url, source.files.keys())));
    }
    compiled.assets.push(target);
    const suffix = /[?#].*$/s.exec(url)?.[0] ?? "";
    return `url("${relativePath(packagePath, getAssetPath(target))}${suffix}")`;
  });
  // What is written so that the search above misses it (`image-set("…")`, escapes) is refused when the page is opened.
  const refusal = checkStyleSheet(text, policy);
  if (refusal && !compiled.diagnostics.slice(before).some(({ severity }) => severity === "error")) {
    const isRemote = refusal.type === "origin";
    const message = isRemote
      ? messages.app_style_remote(refusal.origin)
      : messages.app_style_refused(describeRefusal(refusal));
    compiled.diagnostics.push(diagnoseRange(message, sheet.place, sheet.shift, sheet.shift + 1));
  }
  compiled.files.set(packagePath, text);
  compiled.paths.push(packagePath);
}

/** The reference from one package path to another, for a style sheet's `url()`. */
function relativePath(from: string, to: string): string {
  const fromSegments = from.split("/").slice(0, -1);
  const toSegments = to.split("/");
  while (fromSegments.length > 0 && fromSegments[0] === toSegments[0]) {
    fromSegments.shift();
    toSegments.shift();
  }
  return [...fromSegments.map(() => ".."), ...toSegments].map(encodeURIComponent).join("/");
}
