import type { Manifest } from "@rune/schema";
import type { BuiltApp } from "unplugin-rune-package";

/** The event by which the dev server tells pages that there is another build, which they can take in while they run. */
export const SWAP_EVENT = "rune:swap";

/** Why pages have to be loaded again for a build; `undefined` where they can take it in as they are. */
export function findReloadReason(before: BuiltApp, after: BuiltApp): string | undefined {
  const old = before.sealed?.manifest;
  const next = after.sealed?.manifest;
  if (!old || !next) return "there was no app before";
  const changed = next.modules.filter(({ file }) => old.files[file]?.integrity !== next.files[file]?.integrity);
  const views = changed.flatMap(({ file }) => listViews(next, file));
  if (views.length > 0) return `the controller of ${[...new Set(views)].join(", ")} has changed`;
  if (changed.length > 0) return "a controller has changed";
  return describe(old) === describe(next) ? undefined : "the app has other pages, controllers or capabilities";
}

/** Names of the views whose controllers a module makes. */
function listViews({ routes, views }: Manifest, file: string): string[] {
  const users = [...routes.map(({ view, controller }) => ({ name: view, controller })), ...views];
  return users.filter(({ controller }) => controller === file).map(({ name }) => name);
}

/** All that a manifest says but for what its files hold. */
function describe({ files: _files, assets: _assets, ...rest }: Manifest): string {
  return JSON.stringify(rest);
}
