export { findPureExports, findPureMembers } from "./find-pure-exports.ts";
