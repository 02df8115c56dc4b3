import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { EmitBytes } from "./bytes-source.ts";

/**
 * Assets of webpack and Rspack, which take them from files that the code names: they go through a cache on the disk. The bundler's own
 * options name the output.
 */
export function createCachedFileEmitter(root: string): EmitBytes {
  return (name, bytes) => {
    return { imports: [], expression: `new URL(${JSON.stringify(cacheFile(root, name, bytes))}, import.meta.url)` };
  };
}

/** Writes a file, and gives its path, in which there is the digest of the content, so that none ever changes. */
export function cacheFile(root: string, name: string, bytes: Uint8Array): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const modules = join(root, "node_modules");
  const others = join(tmpdir(), "unplugin-rune-wasm", hash, name);
  const path = existsSync(modules) ? join(modules, ".cache/unplugin-rune-wasm", hash, name) : others;
  return (writeOnce(path, bytes) ?? writeOnce(others, bytes) ?? path).replaceAll("\\", "/");
}

/** `undefined` where it cannot be written. */
function writeOnce(path: string, bytes: Uint8Array): string | undefined {
  try {
    if (existsSync(path)) return path;
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
