// What imports with `?wasm` give. Written by unplugin-rune-wasm.

// module test-output/bundlers/rolldown/own/math.ts
declare module "*/rolldown/own/math.ts?wasm" {
  export const double: typeof import("./test-output/bundlers/rolldown/own/math.ts").double;
}
declare module "*/rolldown/own/math.ts?wasm&init" {
  /** Makes an instance of the module and gives what it exports. */
  export function init(): Promise<typeof import("./test-output/bundlers/rolldown/own/math.ts")>;
}

// module test-output/bundlers/rollup/own/math.ts
declare module "*/rollup/own/math.ts?wasm" {
  export const double: typeof import("./test-output/bundlers/rollup/own/math.ts").double;
}
declare module "*/rollup/own/math.ts?wasm&init" {
  /** Makes an instance of the module and gives what it exports. */
  export function init(): Promise<typeof import("./test-output/bundlers/rollup/own/math.ts")>;
}
