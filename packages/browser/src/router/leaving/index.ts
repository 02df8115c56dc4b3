export { createLeaving } from "./create-leaving.ts";
