import { createHash, randomUUID } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Compiler } from "webpack";
import { findCacheFolder, pruneFolder } from "../cache/disk-cache.ts";
import type { LoadContext } from "../project.ts";
import type { EmitBytes } from "./bytes-source.ts";

/** Puts a file, by its name, where a bundler finds it, and gives its path. */
export type CacheFile = (name: string, bytes: Uint8Array) => string;

/**
 * Assets of webpack and Rspack, which take them from files that the code names: they go through a cache on the disk. The bundler's own
 * options name the output.
 */
export function createCachedFileEmitter(cache: CacheFile): EmitBytes {
  return (name, bytes) => {
    return { imports: [], expression: `new URL(${JSON.stringify(cache(name, bytes))}, import.meta.url)` };
  };
}

/** As {@link cacheFile}. Bundlers may keep what is generated for long, and then do so again when a file is gone. */
export function createPackFileCache(compiler: Compiler, root: string, context: LoadContext): CacheFile {
  return (name, bytes) => {
    const path = cacheFile(root, name, bytes);
    context.addWatchFile(path);
    // webpack has looked for it, and remembers that it was gone.
    compiler.inputFileSystem?.purge?.(dirname(path));
    return path;
  };
}

/** The folders in which files have been written, with how many; each is pruned now and then. */
const written = new Map<string, number>();

/** How often a folder is pruned, in files that are written. */
const PRUNED = 100;

/** Milliseconds after which it is noted again that a file was used. */
const NOTED = 24 * 60 * 60 * 1000;

/** Writes a file, and gives its path, in which there is the digest of the content, so that none ever changes. */
export function cacheFile(root: string, name: string, bytes: Uint8Array): string {
  const place = join(createHash("sha256").update(bytes).digest("hex").slice(0, 16), name);
  const cache = findCacheFolder(root);
  const folder = cache && join(dirname(cache), "unplugin-rune-wasm");
  const path = folder && writeOnce(join(folder, place), bytes);
  if (folder && path) pruneAtTimes(folder);
  return (path ?? writeTemporary(place, bytes)).replaceAll("\\", "/");
}

function pruneAtTimes(folder: string): void {
  const count = written.get(folder) ?? 0;
  written.set(folder, count + 1);
  if (count % PRUNED === 0) void pruneFolder(folder);
}

/** `undefined` where it cannot be written. */
function writeOnce(path: string, bytes: Uint8Array): string | undefined {
  try {
    if (hasBytes(path, bytes)) {
      noteUse(path);
      return path;
    }
    mkdirSync(dirname(path), { recursive: true });
    // Another build may write it at the same time.
    const draft = `${path}.${randomUUID()}`;
    writeFileSync(draft, bytes);
    renameSync(draft, path);
    return path;
  } catch {
    return undefined;
  }
}

/** Bundlers would take a file that was changed for another one, so it is noted seldom, and where it cannot be the file may be dropped sooner. */
function noteUse(path: string): void {
  try {
    const { atimeMs, mtime } = statSync(path);
    const now = new Date();
    if (now.getTime() - atimeMs > NOTED) utimesSync(path, now, mtime);
  } catch {}
}

/** What is there may be damaged, and what is built would be. */
function hasBytes(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** @throws Error where there is no place for it. */
function writeTemporary(place: string, bytes: Uint8Array): string {
  const folder = findTemporaryFolder();
  const path = writeOnce(join(folder, place), bytes);
  if (path === undefined)
    throw new Error(`unplugin-rune-wasm: there is no \`node_modules\` that can be written to, nor can ${folder}`);
  return path;
}

/** A folder that no other user of the machine writes to: what is in it goes into what is built. */
function findTemporaryFolder(): string {
  const user = process.getuid?.();
  const folder = join(tmpdir(), user === undefined ? "unplugin-rune-wasm" : `unplugin-rune-wasm-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user === undefined) return folder;
  const { uid, mode } = lstatSync(folder);
  const isOwn = uid === user && (mode & 0o170022) === 0o040000;
  return isOwn ? folder : mkdtempSync(`${folder}-`);
}
