// For Rune's own packages of the same version: no part of the public API, and another with each version.
export { createViewPlugin } from "./core/plugin.ts";
export type { ViewSettings } from "./core/plugin.ts";
