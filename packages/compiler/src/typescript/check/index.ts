export { checkProgram, createCheckSession } from "./check.ts";
export type { CheckOptions, CheckSession, CheckedProgram } from "./checked-program.ts";
