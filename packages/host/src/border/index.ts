export { createBorder, needsLibrary } from "./create-border.ts";
export type { BorderOptions, ModuleBorder } from "./create-border.ts";
export type { BorderVariable } from "./variables.ts";
export type { StateFunction, StateReader, StateVariable } from "./state/create-state-reader.ts";
export type { GuestState, StateEntry, StateItems, StateList, StateMember, StateType } from "./state/state-type.ts";
