export { compileValidity } from "./validity.ts";
export { compileModel } from "./model.ts";
