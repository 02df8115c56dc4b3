export { resolveOptions } from "./core/options.ts";
export type { ResolvedRuneWasmOptions, RuneWasmOptions } from "./core/options.ts";
export { unpluginRuneWasm } from "./core/unplugin.ts";
