export { findAuthorOptions } from "./author-options.ts";
export type { BodyEdit, EditedFunction } from "./body-edit.ts";
export { checkProgram, createCheckSession } from "./check.ts";
export type { CheckOptions, CheckSession, CheckedProgram, RecheckedProgram } from "./checked-program.ts";
export { orderModules } from "./evaluation-order.ts";
export { findDeepest } from "./find-deepest.ts";
export { tooDeep } from "./messages.ts";
export { findRuntimeImport } from "./runtime-imports.ts";
export type { NamedText } from "./place.ts";
