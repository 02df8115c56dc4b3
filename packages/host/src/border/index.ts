export { createBorder } from "./create-border.ts";
export type { ModuleBorder } from "./create-border.ts";
export type { BorderVariable } from "./variables.ts";
