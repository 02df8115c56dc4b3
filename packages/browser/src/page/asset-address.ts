import type { AppContext } from "../app-context.ts";
import { locate } from "../providers/url-source.ts";

/** Address of a file of the package, which may carry a query or fragment (`icons.svg#close`). */
export function resolveAsset(reference: string, { url, manifest }: AppContext): string | undefined {
  const path = reference.replace(/[?#].*$/s, "");
  const file = manifest.assets.find(({ name }) => name === path)?.file ?? path;
  if (url === undefined || !Object.hasOwn(manifest.files, file)) return undefined;
  return locate(url, file) + reference.slice(path.length);
}
