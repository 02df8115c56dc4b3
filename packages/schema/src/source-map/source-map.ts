/** A source map (version 3) of a module of WebAssembly: all of it is line 0, and its columns are offsets in bytes. */
export interface SourceMap {
  version: 3;
  /** What the module is called in its own names, and so in engines' stacks. */
  file?: string;
  sources: string[];
  /** Texts of the files; null for those whose text is not there. */
  sourcesContent?: (string | null)[];
  names?: string[];
  mappings: string;
  /** Numbers of the sources that are none of the author's. */
  ignoreList?: number[];
}

/** Custom section by which a module names its source map. */
export const SOURCE_MAP_SECTION = "sourceMappingURL";

/** What a URL with the whole map begins with. */
export const INLINE_MAP = "data:application/json;base64,";

/** What a module of a file is called in its names: engines write names into stacks as they are, and cut them after a hundred characters. */
export function moduleName(file: string): string {
  return file.replaceAll(/[^\w./-]/g, "_").slice(-100);
}
