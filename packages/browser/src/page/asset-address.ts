import type { AppContext } from "../app-context.ts";
import { locate } from "../providers/url-source.ts";

/** Address of a file of the package, which may carry a query or fragment (`icons.svg#close`). */
export function resolveAsset(reference: string, { url, manifest }: AppContext): string | undefined {
  const [, path = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(reference) ?? [];
  const known = [path, decodePath(path)].find((each) => Object.hasOwn(manifest.files, each));
  return url === undefined || known === undefined ? undefined : locate(url, known) + suffix;
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
