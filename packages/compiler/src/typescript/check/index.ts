export { findAuthorOptions } from "./author-options.ts";
export type { BodyEdit, EditedFunction } from "./body-edit.ts";
export { checkProgram, createCheckSession } from "./check.ts";
export type { CheckOptions, CheckSession, CheckedProgram, RecheckedProgram } from "./checked-program.ts";
export { findDeepest } from "./find-deepest.ts";
export { tooDeep } from "./messages.ts";
export type { NamedText } from "./place.ts";
