export { findAuthorOptions } from "./author-options.ts";
export { checkProgram, createCheckSession } from "./check.ts";
export type { CheckOptions, CheckSession, CheckedProgram } from "./checked-program.ts";
export { tooDeep } from "./messages.ts";
