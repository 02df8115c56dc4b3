import type { Manifest } from "@rune/schema";

/** Files that are about a package, and that nothing of it is made from. */
const ABOUT = "META-INF/";

/** Whether a file of a package is a style sheet, which another can take the place of while what it is for stays. */
export function isSheet(path: string): boolean {
  return path.endsWith(".css");
}

/**
 * Finds out which pages and layouts another build makes differently. What only other pages and layouts are made of touches none, and style sheets do not; all
 * else, such as components and assets, may be anybody's.
 */
export function createTouchCheck(before: Manifest, after: Manifest): (view: string) => boolean {
  const changed = listChangedFiles(before, after).filter((file) => !isSheet(file));
  const owners = [before, after].flatMap(listParts);
  const isCommon =
    JSON.stringify(before.assets) !== JSON.stringify(after.assets) ||
    changed.some((file) => !owners.some(({ files }) => files.includes(file)));
  if (isCommon) return () => true;
  const describe = (manifest: Manifest, view: string): string =>
    JSON.stringify([
      manifest.routes.find((route) => route.view === view),
      manifest.views.find(({ name }) => name === view),
    ]);
  return (view) =>
    describe(before, view) !== describe(after, view) ||
    owners.some(({ name, files }) => name === view && files.some((file) => changed.includes(file)));
}

/** Pages and layouts, each with the files that are its own. */
function listParts({ routes, views }: Manifest): { name: string; files: string[] }[] {
  const layouts = new Set(routes.flatMap((route) => route.layouts ?? []));
  return views.flatMap(({ name, file, controller, data }) => {
    const route = routes.find(({ view }) => view === name);
    if (!route && !layouts.has(name)) return [];
    const own = route ? [file, route.controller, route.data] : [file, controller, data];
    return [{ name, files: own.filter((each) => each !== undefined) }];
  });
}

/** Files of which the app is made that are others in another build, or only in one of them. */
export function listChangedFiles({ files: before }: Manifest, { files: after }: Manifest): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name]?.integrity !== after[name]?.integrity && !name.startsWith(ABOUT));
}
