/*
 * Names that other code has too which loads by itself: what checks fuel, what reads source maps. They are written again, because a chunk of
 * constants that all of them share would cost a request; their types keep them the same.
 */
import type * as Schema from "@rune/schema";
import type * as Maps from "@rune/schema/source-map";

/** Import module of host functions. */
export const REFERENCE_MODULE: typeof Schema.REFERENCE_MODULE = "rune:host";
/** Import module of JavaScript's own functions. */
export const JAVASCRIPT_MODULE: typeof Schema.JAVASCRIPT_MODULE = "rune:js";
/** Import module of functions that were passed in. */
export const BORDER_MODULE: typeof Schema.BORDER_MODULE = "rune:border";
/** Custom section that describes the exports. */
export const INTERFACE_SECTION: typeof Schema.INTERFACE_SECTION = "rune:interface";
/** Custom section that names the source map. */
export const SOURCE_MAP_SECTION: typeof Maps.SOURCE_MAP_SECTION = "sourceMappingURL";
/** What the address of a source map that is in the module begins with. */
export const INLINE_MAP: typeof Maps.INLINE_MAP = "data:application/json;base64,";
