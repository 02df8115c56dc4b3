import { Buffer } from "node:buffer";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { isUnchanged, type NotedFile } from "./noted-file.ts";

/** Writes a file at an absolute path, in a folder that is made where it is missing. */
export type WriteOutput = (path: string, bytes: Uint8Array) => Promise<void>;

interface WrittenFile extends NotedFile {
  readonly bytes: Uint8Array;
}

/** Creates what writes the output of one build after the other, but for files that are on the disk already as it wrote them. */
export function createWriter(now: () => number = Date.now): WriteOutput {
  const written = new Map<string, WrittenFile>();

  async function isWritten(path: string, bytes: Uint8Array): Promise<boolean> {
    const file = written.get(path);
    if (!file || Buffer.compare(file.bytes, bytes) !== 0) return false;
    const at = now();
    const stats = await stat(path);
    if (isUnchanged(file, stats)) return true;
    if (stats.size !== bytes.length || Buffer.compare(await readFile(path), bytes) !== 0) return false;
    written.set(path, { bytes, stats, at });
    return true;
  }

  return async (path, bytes) => {
    // Others may have deleted it.
    if (await isWritten(path, bytes).catch(() => false)) return;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    written.set(path, { bytes, stats: await stat(path), at: now() });
  };
}
