import { lstatSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "@rune/schema";
import type { AppSource } from "@rune/compiler/package";

/**
 * Reads an app's folder. Hidden files and `node_modules` do not belong to an app; a missing folder reads as empty. Symbolic
 * links are refused: they can lead out of the app, so that a package would take in files of the machine that builds it, or
 * back into it, without end.
 *
 * @throws TypeError that names the link
 */
export function readApp(root: string, directory: string): AppSource {
  const files = new Map<string, Uint8Array>();
  refuseLinks(root, directory);
  collect(join(root, directory), "", files);
  return { directory, files: new Map([...files].sort(([a], [b]) => compareText(a, b))) };
}

function collect(folder: string, prefix: string, files: Map<string, Uint8Array>): void {
  for (const name of listFolder(folder)) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = join(folder, name);
    const kind = lstatSync(path, { throwIfNoEntry: false });
    if (kind?.isSymbolicLink()) throw linkRefused(path);
    if (kind?.isDirectory()) collect(path, `${prefix}${name}/`, files);
    else if (kind?.isFile()) files.set(`${prefix}${name.normalize("NFC")}`, new Uint8Array(readFileSync(path)));
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** The folder itself, below the project's root. */
function refuseLinks(root: string, directory: string): void {
  let path = root;
  for (const segment of directory.split("/")) {
    path = join(path, segment);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) throw linkRefused(path);
  }
}

function linkRefused(path: string): Error {
  return new TypeError(
    `rune: ${path} is a symbolic link; an app has files and folders of its own only, so copy it there`,
  );
}
