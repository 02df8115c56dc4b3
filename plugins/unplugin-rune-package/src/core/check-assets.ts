import { defaultLimits } from "@rune/archive";
import type { AppOutput, AppSource } from "@rune/compiler/package";
import type { Diagnostic } from "@rune/schema";
import { messages } from "./messages.ts";

/** What files begin with, in Latin-1, by the extension that says so. */
const signatures: readonly (readonly [extension: string, signature: RegExp])[] = [
  ["png", /^\x89PNG/],
  ["jpg", /^\xff\xd8\xff/],
  ["gif", /^GIF8/],
  ["webp", /^RIFF[^]{4}WEBP/],
  ["avif", /^[^]{4}ftypavi[fs]/],
  ["woff2", /^wOF2/],
  ["woff", /^wOFF/],
  ["otf", /^OTTO/],
  // oxlint-disable-next-line no-control-regex -- these are bytes
  ["ttf", /^(?:\0\x01\0\0|true)/],
  ["pdf", /^%PDF-/],
  ["svg", /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*|<!doctype svg[^>]*>\s*)*<svg\b/i],
  ["html", /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b/i],
  ["pointer", /^version https:\/\/git-lfs/],
];

/** Extensions that are names of the same. */
const synonyms: Readonly<Record<string, string>> = { jpeg: "jpg" };

/** Extensions of what is to be seen or heard, of which nothing is nothing. */
const media = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|woff2?|otf|ttf|mp[34]|webm|ogg|wav|pdf)$/i;

/** Characters of a file in which its signature is. */
const LOOKED_AT = 1024;

/** Finds assets that no browser shows, or that no runtime reads. */
export function checkAssets({ draft, files }: AppOutput, source: AppSource): Diagnostic[] {
  return draft.assets.flatMap(({ file }) => {
    const bytes = files.get(file);
    // What lies beside a view is below `assets` in the package only.
    const path = source.files.has(file) ? file : file.replace(/^assets\//, "");
    const message = bytes && check(path, bytes);
    return message ? [{ ...message, file: `${source.directory}/${path}` }] : [];
  });
}

function check(path: string, bytes: Uint8Array): Diagnostic | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (bytes.length > defaultLimits.fileBytes)
    return messages.app_asset_large(name, bytes.length, defaultLimits.fileBytes);
  if (!media.test(name)) return undefined;
  if (bytes.length === 0) return messages.app_asset_empty(name);
  const text = String.fromCharCode(...bytes.subarray(0, LOOKED_AT));
  const found = signatures.find(([, signature]) => signature.test(text))?.[0];
  const said = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const isKnown = signatures.some(([extension]) => extension === (synonyms[said] ?? said));
  if (found === undefined || !isKnown || found === (synonyms[said] ?? said)) return undefined;
  return messages.app_asset_mistyped(name, found);
}
