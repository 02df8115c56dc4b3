export { defineConfig } from "./core/config/define-config.ts";
export type { RuneConfig } from "./core/config/define-config.ts";
export { resolveOptions } from "./core/options.ts";
export type { ResolvedRuneOptions, RuneOptions } from "./core/options.ts";
