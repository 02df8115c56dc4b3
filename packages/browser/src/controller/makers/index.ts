export { createControllers } from "./create-controllers.ts";
