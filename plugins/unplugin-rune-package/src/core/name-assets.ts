import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { AppOutput } from "@rune/compiler/package";
import { rewriteStyleUrls } from "@rune/schema";

/**
 * Names assets by their content, so that a server may have browsers keep them for good, and an edit shows at once. Views and modules go on with the names of
 * the app, which the manifest leads on from: they change with no asset. Style sheets keep their names, since the runtime reads them by their digests.
 */
export function nameAssets(output: AppOutput): AppOutput {
  const paths = new Map<string, string>();
  for (const { file } of output.draft.assets) {
    const bytes = output.files.get(file);
    if (bytes && !file.endsWith(".css")) paths.set(file, addHash(file, bytes));
  }
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of output.files) {
    files.set(paths.get(path) ?? path, path.endsWith(".css") ? renameUrls(path, bytes, paths) : bytes);
  }
  const assets = output.draft.assets.map(({ file, type }) => {
    const path = paths.get(file);
    return path === undefined ? { file, type } : { file: path, name: file, type };
  });
  return { ...output, draft: { ...output.draft, assets }, files };
}

/** `img/sun.png` as `img/sun-<hash of the content>.png`. File systems may not tell upper case from lower, so there is none. */
function addHash(path: string, bytes: Uint8Array): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  return path.replace(/(?=\.[^./]*$)|(?<!\.[^./]*)$/, `-${hash}`);
}

/** Has a style sheet refer to files by their new paths. */
function renameUrls(path: string, bytes: Uint8Array, paths: ReadonlyMap<string, string>): Uint8Array {
  const folder = posix.dirname(path);
  const css = rewriteStyleUrls(new TextDecoder().decode(bytes), ({ text, url = "" }) => {
    if (/^([a-z][a-z0-9+.-]*:|[/#])/i.test(url)) return text;
    const [address = ""] = url.split(/[?#]/);
    const target = paths.get(posix.join(folder, decode(address)));
    if (target === undefined) return text;
    const segments = posix.relative(folder, target).split("/").map(encodeURIComponent);
    return `url("${segments.join("/")}${url.slice(address.length)}")`;
  });
  return new TextEncoder().encode(css);
}

/** What no address is leads to no file. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
