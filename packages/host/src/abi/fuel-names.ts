/*
 * Names that what checks fuel has too, which loads by itself. They are written again, because a chunk of constants that both share would cost a
 * request; their types keep them the same.
 */
import type * as Schema from "@rune/schema";

/** Export of the fuel counter, and import module of what asks for more. */
export const FUEL_EXPORT: typeof Schema.FUEL_EXPORT = "rune:fuel";
/** Custom section that says which functions meter what. */
export const FUEL_SECTION: typeof Schema.FUEL_SECTION = "rune.fuel";
