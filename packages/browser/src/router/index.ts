export { createRouter } from "./create-router.ts";
export type { Router, RouterHost } from "./create-router.ts";
export type { RouteMatch } from "./route-table.ts";
