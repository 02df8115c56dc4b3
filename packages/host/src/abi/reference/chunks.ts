/** What only some modules need, or some hosts: it loads with the first that does. */
export interface ReferenceChunks {
  /** Reads source maps. */
  sourceMap(): Promise<typeof import("@rune/schema/source-map")>;
  /** Checks what a module says of its interface. */
  interface(): Promise<typeof import("../../check-interface.ts")>;
  /** Functions on strings, for engines that have none. */
  strings(): Promise<typeof import("../../strings/index.ts")>;
  /** Arithmetic of big integers. */
  bigints(): Promise<typeof import("../../javascript/bigint-functions.ts")>;
  /** Dates, regular expressions and other parts of JavaScript's library. */
  library(): Promise<typeof import("../../javascript/library-functions.ts")>;
  /** How objects of that library cross. */
  codecs(): Promise<typeof import("../../border/library/index.ts")>;
}

/** It stands in one place because each file with such imports costs code of the bundler's. */
export const chunks: ReferenceChunks = {
  sourceMap: () => import("@rune/schema/source-map"),
  interface: () => import("../../check-interface.ts"),
  strings: () => import("../../strings/index.ts"),
  bigints: () => import("../../javascript/bigint-functions.ts"),
  library: () => import("../../javascript/library-functions.ts"),
  codecs: () => import("../../border/library/index.ts"),
};
