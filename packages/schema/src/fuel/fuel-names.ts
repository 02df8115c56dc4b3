/** Export of the counter, a mutable i32 that the host fills. */
export const FUEL_EXPORT = "rune:fuel";

/** Custom section that says which functions meter what. What it says is compared with the functions themselves. */
export const FUEL_SECTION = "rune.fuel";

/** Import module of the engine's functions on strings. */
export const STRING_MODULE = "wasm:js-string";

/** Import module of string constants, which are their names. */
export const STRING_CONSTANTS_MODULE = "'";

/** Ticks that a module may have before its host says how many: for what it does when it is started, and what its constants take. */
export const START_TICKS = 200_000_000;
