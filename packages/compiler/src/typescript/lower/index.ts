export type { LoweredProgram } from "./lower-program.ts";
export { lowerLibrary, lowerProgram } from "./lower-program.ts";
