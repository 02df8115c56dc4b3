export { compileFor } from "./for.ts";
export { SelectorRows } from "./selector-rows.ts";
