import { lstatSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { AppSource } from "@rune/compiler/package";
import { compareText, type Diagnostic } from "@rune/schema";
import { messages } from "./messages.ts";

/** An app as it is on disk. */
export interface ReadAppResult {
  source: AppSource;
  /** Texts outside of the app's folder that were asked for, by project-relative path. */
  others: ReadonlyMap<string, string>;
  /** Project-relative paths of the app's folder and all folders below it. */
  folders: string[];
  /** Project-relative paths of what was read, or could not be, as they are on the disk. */
  paths: string[];
  diagnostics: Diagnostic[];
}

/**
 * Reads an app's folder. Hidden files and `node_modules` do not belong to an app; what is missing, or vanishes meanwhile,
 * reads as absent. Symbolic links are refused: they can lead out of the app, so that a package would take in files of
 * the machine that builds it, or back into it, without end. What is there and cannot be read is an error.
 */
export function readApp(root: string, directory: string): ReadAppResult {
  const files = new Map<string, Uint8Array>();
  const folders: string[] = [];
  const paths: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const link = attempt(directory, () => findLink(root, directory));
  if (link) {
    // What comes in its place is noticed.
    folders.push(directory);
    diagnostics.push(messages.app_symbolic_link(link));
  } else collect(directory);
  const sorted = [...files].sort(([a], [b]) => compareText(a, b));
  const others = new Map<string, string>();
  return { source: { directory, files: new Map(sorted), readOutside }, others, folders, paths, diagnostics };

  /** Packages are not asked: what they export under a path is not always there. */
  function readOutside(path: string): string | undefined {
    if (!/\.(json|ts)$/.test(path) || /(^|\/)(\.\.|node_modules)(\/|$)|^\/|\\/.test(path)) return undefined;
    // What is of the app has been read.
    if (path.startsWith(`${directory}/`)) return undefined;
    const known = others.get(path);
    if (known !== undefined) return known;
    const text = attempt(path, () =>
      path.endsWith(".ts") && findLink(root, path) ? undefined : readFileSync(join(root, path), "utf8"),
    );
    if (text !== undefined) others.set(path, text);
    return text;
  }

  function collect(folder: string): void {
    folders.push(folder);
    for (const name of attempt(folder, () => readdirSync(join(root, folder))) ?? []) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const path = `${folder}/${name}`;
      const kind = attempt(path, () => lstatSync(join(root, path)));
      if (kind?.isSymbolicLink()) diagnostics.push(messages.app_symbolic_link(path));
      else if (kind?.isDirectory()) collect(path);
      else if (kind?.isFile()) collectFile(path);
    }
  }

  function collectFile(path: string): void {
    paths.push(path);
    const name = path.slice(directory.length + 1).normalize("NFC");
    const bytes = attempt(path, () => readFileSync(join(root, path)));
    if (bytes && files.has(name)) diagnostics.push(messages.app_name_twice(path));
    else if (bytes) files.set(name, new Uint8Array(bytes));
  }

  /** Files come and go while somebody works on them: what is gone is absent. */
  function attempt<T>(path: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
      paths.push(path);
      if (!diagnostics.some(({ file }) => file === path)) diagnostics.push(messages.app_file_unreadable(path, error));
      return undefined;
    }
  }
}

/** What is at a path below the project's root, or a folder that it lies in, if that is a link. */
function findLink(root: string, directory: string): string | undefined {
  const segments = directory.split("/");
  return segments
    .map((_, i) => segments.slice(0, i + 1).join("/"))
    .find((path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink());
}
