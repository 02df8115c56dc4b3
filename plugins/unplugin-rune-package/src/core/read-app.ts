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
  diagnostics: Diagnostic[];
}

/**
 * Reads an app's folder. Hidden files and `node_modules` do not belong to an app; what is missing, or vanishes meanwhile,
 * reads as absent. Symbolic links are refused: they can lead out of the app, so that a package would take in files of
 * the machine that builds it, or back into it, without end.
 */
export function readApp(root: string, directory: string): ReadAppResult {
  const files = new Map<string, Uint8Array>();
  const folders: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const link = findLink(root, directory);
  if (link) diagnostics.push(messages.app_symbolic_link(link));
  else collect(directory);
  const sorted = [...files].sort(([a], [b]) => compareText(a, b));
  const others = new Map<string, string>();
  return { source: { directory, files: new Map(sorted), readOutside }, others, folders, diagnostics };

  /** Packages are not asked: what they export under a path is not always there. */
  function readOutside(path: string): string | undefined {
    if (!/\.(json|ts)$/.test(path) || /(^|\/)(\.\.|node_modules)(\/|$)|^\/|\\/.test(path)) return undefined;
    // What is of the app has been read.
    if (path.startsWith(`${directory}/`)) return undefined;
    const known = others.get(path);
    if (known !== undefined) return known;
    if (path.endsWith(".ts") && findLink(root, path)) return undefined;
    const text = attempt(() => readFileSync(join(root, path), "utf8"));
    if (text !== undefined) others.set(path, text);
    return text;
  }

  function collect(folder: string): void {
    folders.push(folder);
    for (const name of attempt(() => readdirSync(join(root, folder))) ?? []) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const path = `${folder}/${name}`;
      const kind = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (kind?.isSymbolicLink()) diagnostics.push(messages.app_symbolic_link(path));
      else if (kind?.isDirectory()) collect(path);
      else if (kind?.isFile()) {
        const bytes = attempt(() => readFileSync(join(root, path)));
        if (bytes) files.set(path.slice(directory.length + 1).normalize("NFC"), new Uint8Array(bytes));
      }
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

/** Files come and go while somebody works on them: what is gone is absent. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}
