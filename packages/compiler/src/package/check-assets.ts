import { findNearest, type Diagnostic } from "@rune/schema";
import type { AssetReference } from "../html/index.ts";
import type { AppSource } from "./app-source.ts";
import { getAssetPath } from "./asset-path.ts";
import { messages } from "./messages.ts";
import { placeDiagnostic } from "./source-text.ts";
import type { ViewFile } from "./view-file.ts";

/** Finds references of a view to files that are not there. */
export function checkAssets(source: AppSource, page: ViewFile): Diagnostic[] {
  return page.html.assets
    .filter((asset) => findAsset(source, asset) === undefined)
    .map((asset) => {
      const nearest = findNearest(asset.path, source.files.keys());
      return placeDiagnostic(messages.app_asset_missing(asset.path, nearest), page.source, asset.range);
    });
}

/** The file of the app that a reference means. */
export function findAsset({ files }: AppSource, { path, isPackaged }: AssetReference): string | undefined {
  if (!isPackaged) return files.has(path) ? path : undefined;
  return [path, path.replace(/^assets\//, "")].find((each) => files.has(each) && getAssetPath(each) === path);
}
