export { compileIf } from "./if.ts";
