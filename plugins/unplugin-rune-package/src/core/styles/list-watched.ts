import { existsSync, readdirSync, type Dirent } from "node:fs";
import { dirname, join } from "node:path";

/** Files and folders that styles were made from, as absolute paths. */
export interface WatchedPaths {
  readonly files: Set<string>;
  readonly folders: Set<string>;
}

/** What plugins of PostCSS say that they have read. */
export interface StyleMessage {
  readonly type: string;
  readonly file?: unknown;
  readonly dir?: unknown;
}

/**
 * Adds what plugins have read. Of a folder that is all in it, but for what is hidden and `node_modules`. What a build has written is left out: it would
 * be built from what it has built, again and again.
 *
 * @param output name of what a build writes into its folder
 */
export function addWatched(messages: readonly StyleMessage[], { files, folders }: WatchedPaths, output: string): void {
  for (const { type, file, dir } of messages) {
    if (type === "dependency" && typeof file === "string") {
      if (!isWritten(file)) files.add(file);
    } else if (/^(dir|context)-dependency$/.test(type) && typeof dir === "string") addFolder(dir);
  }

  function addFolder(folder: string): void {
    if (folders.has(folder) || existsSync(join(folder, output))) return;
    folders.add(folder);
    for (const entry of listFolder(folder)) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) addFolder(path);
      else if (entry.isFile()) files.add(path);
    }
  }

  function isWritten(file: string): boolean {
    for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
      if (existsSync(join(folder, output))) return true;
    }
    return false;
  }
}

/** Tools tell of folders that they look into, and that may not be there yet. */
function listFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
