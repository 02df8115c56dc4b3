export { createRouter } from "./create-router.ts";
export type { Router, RouterPlaces } from "./create-router.ts";
export type { RouteMatch } from "./route-table.ts";
