// What imports with `?wasm` give. Written by unplugin-rune-wasm.

// module test-output/wasm-mistakes/cache-rolldown/text.ts
declare module "*/cache-rolldown/text.ts?wasm" {
  export const text: typeof import("./test-output/wasm-mistakes/cache-rolldown/text.ts").text;
}
declare module "*/cache-rolldown/text.ts?wasm&init" {
  /** Makes an instance of the module and gives what it exports. */
  export function init(): Promise<typeof import("./test-output/wasm-mistakes/cache-rolldown/text.ts")>;
}

// module test-output/wasm-mistakes/cache-rollup/text.ts
declare module "*/cache-rollup/text.ts?wasm" {
  export const text: typeof import("./test-output/wasm-mistakes/cache-rollup/text.ts").text;
}
declare module "*/cache-rollup/text.ts?wasm&init" {
  /** Makes an instance of the module and gives what it exports. */
  export function init(): Promise<typeof import("./test-output/wasm-mistakes/cache-rollup/text.ts")>;
}

// module test-output/wasm-mistakes/closed-rolldown/text.ts
declare module "*/closed-rolldown/text.ts?wasm" {
  export const text: typeof import("./test-output/wasm-mistakes/closed-rolldown/text.ts").text;
}
declare module "*/closed-rolldown/text.ts?wasm&init" {
  /** Makes an instance of the module and gives what it exports. */
  export function init(): Promise<typeof import("./test-output/wasm-mistakes/closed-rolldown/text.ts")>;
}

// module test-output/wasm-mistakes/closed-rollup/text.ts
declare module "*/closed-rollup/text.ts?wasm" {
  export const text: typeof import("./test-output/wasm-mistakes/closed-rollup/text.ts").text;
}
declare module "*/closed-rollup/text.ts?wasm&init" {
  /** Makes an instance of the module and gives what it exports. */
  export function init(): Promise<typeof import("./test-output/wasm-mistakes/closed-rollup/text.ts")>;
}

// module test-output/wasm-mistakes/twice-rolldown/text.ts
declare module "*/twice-rolldown/text.ts?wasm" {
  export const text: typeof import("./test-output/wasm-mistakes/twice-rolldown/text.ts").text;
}
declare module "*/twice-rolldown/text.ts?wasm&init" {
  /** Makes an instance of the module and gives what it exports. */
  export function init(): Promise<typeof import("./test-output/wasm-mistakes/twice-rolldown/text.ts")>;
}

// module test-output/wasm-mistakes/twice-rollup/text.ts
declare module "*/twice-rollup/text.ts?wasm" {
  export const text: typeof import("./test-output/wasm-mistakes/twice-rollup/text.ts").text;
}
declare module "*/twice-rollup/text.ts?wasm&init" {
  /** Makes an instance of the module and gives what it exports. */
  export function init(): Promise<typeof import("./test-output/wasm-mistakes/twice-rollup/text.ts")>;
}
