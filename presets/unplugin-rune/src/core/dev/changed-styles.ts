import { rewriteStyleUrls, type View } from "@rune/schema";
import type { BuiltApp } from "unplugin-rune-package";

/** The event by which the dev server gives pages style sheets that have changed. */
export const STYLES_EVENT = "rune:styles";

/** A style sheet of the package. */
export interface ChangedStyle {
  path: string;
  css: string;
}

type Sealed = NonNullable<BuiltApp["sealed"]>;

/**
 * The style sheets that a build has changed, if it has changed nothing else, and if each is of one page or layout alone: then a page that shows it
 * has all there is of it. `undefined` where the page has to be loaded again.
 *
 * @param folder Path of the package's folder on the dev server: a sheet that a page gets has no address that its own could count from.
 */
export function findChangedStyles(before: BuiltApp, after: BuiltApp, folder: string): ChangedStyle[] | undefined {
  const { sealed: old } = before;
  const { sealed: next } = after;
  if (!old || !next || describe(old) !== describe(next)) return undefined;
  const paths = Object.keys(next.manifest.files).filter(
    // What is beside the package's own files, such as of which sources it is made, shows on no page.
    (path) =>
      !path.startsWith("META-INF/") && next.manifest.files[path]?.integrity !== old.manifest.files[path]?.integrity,
  );
  const users = listUsers(next);
  if (paths.length === 0 || !paths.every((path) => path.endsWith(".css") && isOfOne(users.get(path)))) return undefined;
  return paths.map((path) => ({ path, css: resolveUrls(decode(next, path), folder + path) }));
}

/** All that a manifest says but for what its files hold. */
function describe({ manifest }: Sealed): string {
  return JSON.stringify({ ...manifest, files: Object.keys(manifest.files) });
}

/** The names of the views that link each sheet. */
function listUsers(sealed: Sealed): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { name, file } of sealed.manifest.views) {
    const { styles = [] } = JSON.parse(decode(sealed, file)) as View;
    for (const path of styles) users.set(path, [...(users.get(path) ?? []), name]);
  }
  return users;
}

/** Every page that shows a component has a sheet of its own for it. */
function isOfOne(views: readonly string[] = []): boolean {
  return views.length === 1 && !views[0]?.startsWith("components/");
}

function decode({ files }: Sealed, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

/** Makes relative addresses those of the server. */
function resolveUrls(css: string, path: string): string {
  return rewriteStyleUrls(css, ({ text, url }) => {
    const isRelative = url !== undefined && !/^(?:[a-z][a-z0-9+.-]*:|[/#])/i.test(url);
    if (!isRelative) return text;
    const { pathname, search, hash } = new URL(url, new URL(path, "http://localhost"));
    return `url("${pathname}${search}${hash}")`;
  });
}
