export { createController } from "./create-controller.ts";
export { loadModule } from "./load-module.ts";
export { runController } from "./run-controller.ts";
