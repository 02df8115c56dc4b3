export { createController } from "./create-controller.ts";
export { loadMakers } from "./load-makers.ts";
