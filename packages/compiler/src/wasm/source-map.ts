import type { CodePosition, SourceMap } from "@rune/schema/source-map";
import { INLINE_MAP, SOURCE_MAP_SECTION, encodeMappings, moduleName } from "@rune/schema/source-map";
import { addCustomSection } from "./add-custom-section.ts";
import { ByteBuffer } from "./byte-buffer.ts";

/** Files of the library, which are none of the author's, are named so. */
const LIBRARY = "rune:";

/**
 * A source map (version 3) of a module: all of it is line 0, and its columns are offsets in bytes.
 *
 * @param file what the module is called
 * @param sources texts of the files, to be kept in the map; a file without one is only named, as are those of the library
 */
export function generateSourceMap(
  file: string,
  positions: readonly CodePosition[],
  sources: ReadonlyMap<string, string>,
): string {
  const { files, mappings } = encodeMappings(positions);
  const isLibrary = (name: string): boolean => name.startsWith(LIBRARY);
  const map: SourceMap = {
    version: 3,
    file: moduleName(file),
    sources: files,
    sourcesContent: files.map((name) => (isLibrary(name) ? null : (sources.get(name) ?? null))),
    names: [],
    mappings,
    ignoreList: [...files.keys()].filter((index) => isLibrary(files[index] ?? "")),
  };
  return JSON.stringify(map);
}

/** The module with its whole source map in it, for engines and hosts to read. */
export function withInlineSourceMap(bytes: Uint8Array, sourceMap: string): Uint8Array {
  return withSourceMappingURL(bytes, INLINE_MAP + toBase64(new TextEncoder().encode(sourceMap)));
}

/** The module with a custom section that tells engines where its source map is. */
export function withSourceMappingURL(bytes: Uint8Array, url: string): Uint8Array {
  const content = new ByteBuffer();
  content.name(url);
  return addCustomSection(bytes, SOURCE_MAP_SECTION, content.toBytes());
}

/** A call takes so many arguments at most. */
const CHUNK = 8192;

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(text);
}
