export { createMakers } from "./create-makers.ts";
