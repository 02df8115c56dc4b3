export type { Purity } from "./find-pure-exports.ts";
export { findPureExports, findPureMembers } from "./find-pure-exports.ts";
