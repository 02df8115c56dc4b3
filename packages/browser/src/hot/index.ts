/** What a development server brings to an app that runs. */
export type { DroppedState } from "./carry-state.ts";
export type { HotApp } from "./hot-app.ts";
export { swapApp, type SwapResult } from "./swap-app.ts";
