import { ASSET_SCHEME } from "@rune/schema";
import { invalidAssetPath } from "../messages.ts";
import type { PageContext } from "../page-context.ts";
import type { MarkupAttribute } from "../parse/markup.ts";
import { notePackaged } from "./note-packaged.ts";
import { noteRooted } from "./note-rooted.ts";
import { isRelativeUrl, isRootedUrl, resolveAsset } from "./resolve-asset.ts";
import { splitSrcset } from "./split-srcset.ts";

const resourceAttributes: ReadonlySet<string> = new Set(["src", "srcset", "poster"]);
const svgImages: ReadonlySet<string> = new Set(["svg:image", "svg:feImage", "svg:use"]);

/** Turns the relative URLs of a resource attribute into `asset:` addresses and notes the files. Returns the new value. */
export function rewriteAssets(page: PageContext, tag: string, attribute: MarkupAttribute): string {
  const { name, value } = attribute;
  notePackaged(page, name, value, attribute.valueSpan);
  const isSvgImage = svgImages.has(tag) && (name === "href" || name === "xlink:href");
  if (!resourceAttributes.has(name) && !isSvgImage) return value;
  const urls = name === "srcset" ? splitSrcset(value) : [{ start: 0, end: value.length }];
  let out = "";
  let done = 0;
  for (const { start, end } of urls) {
    out += value.slice(done, start) + rewriteUrl(page, tag, attribute, start, end);
    done = end;
  }
  return out + value.slice(done);
}

function rewriteUrl(page: PageContext, tag: string, attribute: MarkupAttribute, start: number, end: number): string {
  const url = attribute.value.slice(start, end);
  const span = attribute.locate(start, end);
  // A frame may well show something of the host page's site.
  if (isRootedUrl(url) && tag !== "iframe") noteRooted(page, "resource", url, span);
  if (!isRelativeUrl(url)) return url;
  const resolved = resolveAsset(page.folder, url);
  if ("problem" in resolved) {
    page.reporter.report(invalidAssetPath(url.trim(), resolved.problem), span);
    return url;
  }
  const range = page.source.createRange(span.start, span.end);
  page.assets.push({ path: resolved.path, range, attribute: attribute.name });
  return `${ASSET_SCHEME}${page.options.locateAsset(resolved.path)}${resolved.suffix}`;
}
