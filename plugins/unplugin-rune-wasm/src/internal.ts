// For Rune's own packages of the same version: no part of the public API, and another with each version.
export type { CachedCompiler } from "./core/cache/cached-compiler.ts";
export { createCachedCompiler } from "./core/cache/create-cached-compiler.ts";
export { fingerprintPackage } from "./core/cache/fingerprint.ts";
export { createModuleCompiler } from "./core/module-compiler.ts";
export type { ModuleCompiler } from "./core/module-compiler.ts";
export { createWasmPlugin } from "./core/plugin.ts";
export type { WasmPluginOptions, WasmSettings } from "./core/project.ts";
