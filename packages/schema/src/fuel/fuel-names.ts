/** Export of the counter, a mutable i32 that the host fills, and import module of what asks the host for more. */
export const FUEL_EXPORT = "rune:fuel";

/** Custom section that says which functions meter what. What it says is compared with the functions themselves. */
export const FUEL_SECTION = "rune.fuel";

/** Import module of the engine's functions on strings. */
export const STRING_MODULE = "wasm:js-string";

/** Import module of string constants, which are their names. */
export const STRING_CONSTANTS_MODULE = "'";

/** Import of the function `(i32, i32) → i32` that asks for more fuel: what is owed and what is left in, what the counter has then out, or −1. */
export const REFUEL_IMPORT = "refuel";

/** Ticks that a module's constants and tables may take, which are made before anything of it runs that could pay. */
export const CONSTANT_TICKS = 200_000_000;
