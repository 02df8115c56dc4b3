import type { SourceMap, StackMapper } from "@rune/schema/source-map";
import { chunks } from "./chunks.ts";
import { INLINE_MAP, SOURCE_MAP_SECTION } from "./names.ts";

const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

/** What makes the stacks of a module name its author's files, if the module has its source map in it. */
export async function loadStackMapper(module: WebAssembly.Module): Promise<StackMapper | undefined> {
  const map = readInlineMap(module);
  if (!map) return undefined;
  const { createStackMapper } = await chunks.sourceMap();
  try {
    return createStackMapper(map);
  } catch {
    // It only helps to understand errors.
    return undefined;
  }
}

/** The source map that a module has in it. */
export function readInlineMap(module: WebAssembly.Module): SourceMap | undefined {
  const [section] = WebAssembly.Module.customSections(module, SOURCE_MAP_SECTION);
  const [, data] = section ? decoder.decode(new Uint8Array(section)).split(INLINE_MAP) : [];
  if (data === undefined) return undefined;
  try {
    return JSON.parse(decoder.decode(Uint8Array.from(atob(data), (char) => char.charCodeAt(0)))) as SourceMap;
  } catch {
    return undefined;
  }
}
