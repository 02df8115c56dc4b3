/** What a development server brings to an app that runs. */
export type { DroppedState } from "./carry-state.ts";
export type { HotApp, HotListener } from "./hot-app.ts";
export { createAppSwapper, type AppSwapper, type SwapResult } from "./swap-app.ts";
