export { compileModel } from "./model.ts";
