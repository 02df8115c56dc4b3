export { createController } from "./create-controller.ts";
