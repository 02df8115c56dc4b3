export type { CachedCompiler } from "./core/cache/cached-compiler.ts";
export { createCachedCompiler } from "./core/cache/create-cached-compiler.ts";
export { fingerprintPackage } from "./core/cache/fingerprint.ts";
export { createModuleCompiler } from "./core/module-compiler.ts";
export type { ModuleCompiler } from "./core/module-compiler.ts";
export { resolveOptions } from "./core/options.ts";
export type { ResolvedRuneWasmOptions, RuneWasmOptions } from "./core/options.ts";
export { createWasmPlugin } from "./core/plugin.ts";
export { unpluginRuneWasm } from "./core/unplugin.ts";
