import type { AppContext } from "../app-context.ts";
import { locate } from "../providers/url-source.ts";

/** Address of a file of the package, which may carry a query or fragment (`icons.svg#close`). */
export function resolveAsset(reference: string, { url, manifest }: AppContext): string | undefined {
  const path = reference.replace(/[?#].*$/s, "");
  if (url === undefined || !Object.hasOwn(manifest.files, path)) return undefined;
  return locate(url, path) + reference.slice(path.length);
}
