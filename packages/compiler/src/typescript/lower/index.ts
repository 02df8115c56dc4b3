export type { CheckedContext } from "./context.ts";
export type { LoweringState } from "./lower-again.ts";
export { NeedsWhole, guardTypes, lowerAgain } from "./lower-again.ts";
export type { LoweredProgram } from "./lower-program.ts";
export { lowerLibrary, lowerProgram } from "./lower-program.ts";
export { askedProperties } from "./types/asked-properties.ts";
export { askedParameters } from "./types/lenient-parameters.ts";
export { findAssignments, isAssignmentTarget } from "./types/assignments.ts";
