export { compileEvent } from "./event.ts";
