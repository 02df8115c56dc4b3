import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmitBytes } from "./bytes-source.ts";

/**
 * Assets of webpack and Rspack, which take them from files that the code names: they go through a cache on the disk, under names that
 * depend on the content, so that none ever changes. The bundler's own options name the output.
 */
export function createCachedFileEmitter(root: string): EmitBytes {
  return (name, bytes) => {
    const modules = join(root, "node_modules");
    const folder = existsSync(modules)
      ? join(modules, ".cache/unplugin-rune-wasm")
      : join(tmpdir(), "unplugin-rune-wasm");
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    const path = join(folder, hash, name);
    if (!existsSync(path)) {
      mkdirSync(join(folder, hash), { recursive: true });
      // Another build may write it at the same time.
      const draft = `${path}.${process.pid}`;
      writeFileSync(draft, bytes);
      renameSync(draft, path);
    }
    return { imports: [], expression: `new URL(${JSON.stringify(path.replaceAll("\\", "/"))}, import.meta.url)` };
  };
}
