import { createModuleCompiler } from "../module-compiler.ts";
import { cacheCompiler, type CachedCompiler } from "./cached-compiler.ts";
import { findCacheFolder, openDiskCache, type DiskCache } from "./disk-cache.ts";

/** Creates a compiler that keeps what it makes in the cache of the project whose folder `findRoot` gives; without a cache where it gives none. */
export function createCachedCompiler(findRoot: () => string | undefined): CachedCompiler {
  const caches = new Map<string, DiskCache | undefined>();
  return cacheCompiler(createModuleCompiler(), () => {
    const root = findRoot();
    if (root === undefined) return undefined;
    if (!caches.has(root)) {
      const folder = findCacheFolder(root);
      caches.set(root, folder === undefined ? undefined : openDiskCache(folder));
    }
    return caches.get(root);
  });
}
