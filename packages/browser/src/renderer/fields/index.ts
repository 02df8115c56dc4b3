export { compileModel } from "./model.ts";
export { createDebounce, createThrottle } from "./pace.ts";
