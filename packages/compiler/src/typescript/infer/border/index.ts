export { Border } from "./border.ts";
export type { BorderUse } from "./border.ts";
export type { BorderOperation, Crossing } from "./crossing.ts";
export { leaveExport } from "./exports.ts";
export type { BorderExport } from "./exports.ts";
export { classChain, isError, membersOf } from "./view-of.ts";
export { findShownTypes } from "./shown-types.ts";
export { outside } from "./outside.ts";
