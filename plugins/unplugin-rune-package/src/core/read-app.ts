import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "@rune/schema";
import type { AppSource } from "@rune/compiler/package";

/** Reads an app's folder. Hidden files and `node_modules` do not belong to an app; a missing folder reads as empty. */
export function readApp(root: string, directory: string): AppSource {
  const files = new Map<string, Uint8Array>();
  collect(join(root, directory), "", files);
  return { directory, files: new Map([...files].sort(([a], [b]) => compareText(a, b))) };
}

function collect(folder: string, prefix: string, files: Map<string, Uint8Array>): void {
  for (const name of listFolder(folder)) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = join(folder, name);
    const kind = statSync(path, { throwIfNoEntry: false });
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
