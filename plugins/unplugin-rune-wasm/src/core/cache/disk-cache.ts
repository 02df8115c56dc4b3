import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Results on the disk, which builds of one project share. It is a help: what cannot be read or written is as if it were not there. */
export interface DiskCache {
  /** `undefined` where nothing is kept under the key, or where that is damaged. */
  get(key: string): Promise<Uint8Array | undefined>;
  set(key: string, bytes: Uint8Array): Promise<void>;
  /** Drops what was used least lately, where there is more than the cache may hold. */
  prune(): Promise<void>;
}

/** Most bytes that a cache keeps. */
export const CACHE_SIZE: number = 128 * 1024 * 1024;

/** How often a cache is pruned while it is written to, in files. */
const PRUNED = 100;

/** Bytes of the digest that each file begins with. */
const DIGEST = 32;

/** Folder of a project's caches: in the nearest `node_modules`, as other tools have theirs. `undefined` without one. */
export function findCacheFolder(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) return join(modules, ".cache/rune");
    if (dirname(folder) === folder) return undefined;
  }
}

/** Opens the cache in a folder, which need not be there. */
export function openDiskCache(folder: string, size: number = CACHE_SIZE): DiskCache {
  let written = 0;

  const prune = (): Promise<void> => pruneFolder(folder, size);
  return {
    prune,
    async get(key) {
      const path = join(folder, key);
      try {
        const content = await readFile(path);
        const bytes = content.subarray(DIGEST);
        if (!computeDigest(key, bytes).equals(content.subarray(0, DIGEST))) return undefined;
        const now = new Date();
        // Where it cannot be noted that this was used, it may be dropped sooner.
        await utimes(path, now, now).catch(() => {});
        return bytes;
      } catch {
        return undefined;
      }
    },
    async set(key, bytes) {
      // Others write in this process, too.
      const draft = join(folder, `${key}.${randomUUID()}.draft`);
      written++;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, Buffer.concat([computeDigest(key, bytes), bytes]));
        // Whoever reads at the same time reads the old one or the new one.
        await rename(draft, join(folder, key));
        if (written % PRUNED === 0) await prune();
      } catch {
        await rm(draft, { force: true }).catch(() => {});
      }
    },
  };
}

/** Of what is kept under a key: the same under another is something else. */
function computeDigest(key: string, bytes: Uint8Array): Buffer {
  return createHash("sha256").update(`${key}\0`).update(bytes).digest();
}

/** Drops what was used least lately of the files in a folder, and in those below it, where they are more bytes than `size`. */
export async function pruneFolder(folder: string, size: number = CACHE_SIZE): Promise<void> {
  const files = await listFiles(folder);
  let total = files.reduce((sum, file) => sum + file.size, 0);
  for (const { path, size: bytes } of files.sort((a, b) => a.used - b.used)) {
    if (total <= size) return;
    total -= bytes;
    await rm(path, { force: true }).catch(() => {});
  }
}

async function listFiles(folder: string): Promise<{ path: string; size: number; used: number }[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.map(async (name) => {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    return found?.isFile() ? [{ path, size: found.size, used: Math.max(found.atimeMs, found.mtimeMs) }] : [];
  });
  return (await Promise.all(files)).flat();
}
