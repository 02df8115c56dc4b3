/** What a development server brings to an app that runs. */
export type { HotApp } from "./hot-app.ts";
export { swapApp } from "./swap-app.ts";
