import { ByteBuffer } from "./byte-buffer.ts";
import type { CodePosition } from "./code-position.ts";
import { encodeMappings } from "./source-mappings.ts";

/**
 * A source map (version 3) of a module: all of it is line 0, and its columns are offsets in bytes.
 *
 * @param sources texts of the files, to be kept in the map; a file without one is only named
 */
export function generateSourceMap(positions: readonly CodePosition[], sources: ReadonlyMap<string, string>): string {
  const { files, mappings } = encodeMappings(positions);
  const sourcesContent = files.map((file) => sources.get(file) ?? null);
  return JSON.stringify({ version: 3, sources: files, sourcesContent, names: [], mappings });
}

/** The module with a custom section that tells engines where its source map is. */
export function withSourceMappingURL(bytes: Uint8Array, url: string): Uint8Array {
  const content = new ByteBuffer();
  content.name("sourceMappingURL");
  content.name(url);
  const out = new ByteBuffer(bytes.length + content.length + 6);
  out.bytes(bytes);
  out.byte(0);
  out.u32(content.length);
  out.append(content);
  return out.toBytes();
}
