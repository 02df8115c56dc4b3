export { resolveOptions } from "./core/options.ts";
export type { ResolvedRuneOptions, RuneOptions } from "./core/options.ts";
