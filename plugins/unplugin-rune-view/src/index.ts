export { resolveOptions } from "./core/options.ts";
export type { ResolvedRuneViewOptions, RuneViewOptions } from "./core/options.ts";
export { createViewPlugin } from "./core/plugin.ts";
export type { ViewSettings } from "./core/plugin.ts";
export { unpluginRuneView } from "./core/unplugin.ts";
