export { findPureExports } from "./find-pure-exports.ts";
