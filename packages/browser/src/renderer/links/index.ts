export { compileLink } from "./link.ts";
