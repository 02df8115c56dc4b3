export { openModule } from "./abi/reference/open-module.ts";
export type { OpenModuleOptions, OpenedModule } from "./abi/reference/open-module.ts";
export { createBorder } from "./border/index.ts";
/** What `createBorder` needs for modules whose interface has objects of JavaScript's library. */
export { libraryCodecs } from "./border/library/index.ts";
export type { LibraryCodecs } from "./border/library/index.ts";
export type {
  BorderOptions,
  GuestState,
  ModuleBorder,
  StateEntry,
  StateFunction,
  StateItems,
  StateList,
  StateMember,
  StateReader,
  StateType,
  StateVariable,
} from "./border/index.ts";
export { createClientFunctions } from "./client/create-client-functions.ts";
export type {
  Clipboard,
  ReadFile,
  ClientFunctionOptions,
  ClientLimits,
  Logger,
  StateStorage,
} from "./client/create-client-functions.ts";
export { OWN_TIMER, createTimerTable } from "./client/timer-table.ts";
export type { TimerClock, TimerHost, TimerTable, TimerTableOptions } from "./client/timer-table.ts";
export { compileModule, createInstance } from "./create-instance.ts";
export type { CompileModuleOptions } from "./create-instance.ts";
export type { FuelOptions } from "./fuel/fuel-meter.ts";
export type { CreateInstanceOptions } from "./create-instance.ts";
export type { HostFunctions, HostImplementation, HostValue } from "./host-value.ts";
export type { Instance, InstanceExports, InstanceState } from "./instance.ts";
export { createJavascriptFunctions, javascriptLimits } from "./javascript/index.ts";
export type {
  JavascriptFunctions,
  JavascriptImplementation,
  JavascriptLimits,
  ReportRejection,
} from "./javascript/index.ts";
