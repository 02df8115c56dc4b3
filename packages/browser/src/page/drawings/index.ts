export { watchUses } from "./watch-uses.ts";
export type { UseWatcher } from "./watch-uses.ts";
