import { existsSync, readFileSync, readdirSync, realpathSync, statSync, type Stats } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { isUnchanged, type NotedFile } from "./noted-file.ts";

/**
 * Finds the public folder of a project.
 *
 * @param option `undefined` for `public`, if there is one; `false` for none
 * @throws Error where it cannot be one
 */
export function findPublicFolder(root: string, app: string, option: string | false | undefined): string | undefined {
  if (option === false) return undefined;
  const folder = resolve(root, option ?? "public");
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder && option === undefined) return undefined;
  const name = "which the option `publicDir` names";
  if (!isFolder) throw new Error(`rune: there is no folder \`${option}\`, ${name}`);
  if (contains(folder, root))
    throw new Error(`rune: the project is in \`${option}\`, ${name}: all of it would be public`);
  if (contains(folder, join(root, app)) || contains(join(root, app), folder))
    throw new Error(
      `rune: \`${app}\` and \`${option ?? "public"}\` are in one another, so that the app would be public`,
    );
  return folder;
}

/** A file of a public folder, as it was read. */
interface PublicFile extends NotedFile {
  readonly bytes: Uint8Array;
}

/** What reads a public folder. */
export type ReadPublicFiles = (folder: string, onFolder: (path: string) => void) => Map<string, Uint8Array>;

/** Creates what reads a public folder again and again, and of that only what has changed. */
export function createPublicReader(now: () => number = Date.now): ReadPublicFiles {
  let known = new Map<string, PublicFile>();
  return (folder, onFolder) => {
    const before = known;
    // Those that are gone are forgotten.
    known = new Map();
    return readPublicFiles(folder, onFolder, (path, stats) => {
      const file = before.get(path);
      const at = now();
      const current = file && isUnchanged(file, stats) ? file : { stats, at, bytes: readFileSync(path) };
      known.set(path, current);
      return current.bytes;
    });
  };
}

/**
 * Reads a public folder, hidden files among its own. Links are followed, as Vite does: the folder is the project's, and nothing of it is the app's.
 *
 * @param onFolder is told the absolute path of each folder before it is read
 * @returns files by path from the folder, with `/`
 * @throws Error where a link leads to a folder that it is in
 */
function readPublicFiles(
  folder: string,
  onFolder: (path: string) => void,
  read: (path: string, stats: Stats) => Uint8Array,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  collect(folder, []);
  return files;

  function collect(path: string, around: readonly string[]): void {
    const real = realpathSync(path);
    if (around.includes(real)) throw new Error(`rune: ${path} leads back to a folder that it is in`);
    onFolder(path);
    for (const name of readdirSync(path).sort()) {
      const inner = join(path, name);
      const kind = statSync(inner, { throwIfNoEntry: false });
      if (kind?.isDirectory()) collect(inner, [...around, real]);
      else if (kind?.isFile()) files.set(relative(folder, inner).split(sep).join("/"), read(inner, kind));
    }
  }
}

/** The first of some paths at which a public folder has a file, too. */
export function findTaken(folder: string, paths: Iterable<string>): string | undefined {
  for (const path of paths) if (existsSync(join(folder, path))) return path;
  return undefined;
}

function contains(folder: string, path: string): boolean {
  return `${path}${sep}`.startsWith(`${folder}${sep}`);
}
