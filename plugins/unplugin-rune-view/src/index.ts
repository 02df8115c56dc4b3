export { resolveOptions } from "./core/options.ts";
export type { ResolvedRuneViewOptions, RuneViewOptions } from "./core/options.ts";
export { unpluginRuneView } from "./core/unplugin.ts";
