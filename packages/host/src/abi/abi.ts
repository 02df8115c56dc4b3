import type { ModuleEntry, ModuleExport } from "@rune/schema";
import type { StateReader } from "../border/index.ts";
import type { JobRunner } from "../javascript/index.ts";
import type { FuelOptions } from "../fuel/fuel-meter.ts";
import type { HostFunctions } from "../host-value.ts";

/** One way in which modules and their host pass values. */
export interface Abi {
  /** Name of the module that host functions are imported from. */
  readonly importModule: string;
  /** Whether an import belongs to the ABI itself rather than to the host functions. */
  isOwnImport(imported: WebAssembly.ModuleImportDescriptor): boolean;
  /** Names of the functions that a module exports. */
  listExports(module: WebAssembly.Module, file: string): string[];
  /** Compiles verified bytes; those of a module that is not trusted are checked so that it cannot run for ever. */
  compile(bytes: Uint8Array, entry: ModuleEntry, options: CompileOptions): Promise<WebAssembly.Module>;
  /** Makes the guest. Imports and exports were checked against the manifest before. */
  createGuest(options: GuestOptions): Promise<Guest>;
}

/** A guest's function on a stack. */
export interface StackFrame {
  /** Absent where the module has no names. */
  name: string | undefined;
  number: number;
  /** Byte of the module. */
  offset: number;
}

/** How a module is compiled. */
export interface CompileOptions {
  trusted: boolean;
}

/** What an ABI needs to make a guest. */
export interface GuestOptions {
  module: WebAssembly.Module;
  entry: ModuleEntry;
  functions: HostFunctions;
  /** How much the guest may do, if the ABI can bound it. */
  fuel?: FuelOptions | undefined;
  /** The module of `unitsModule`, on engines that compile nothing while they run. */
  units?: WebAssembly.Module | undefined;
  /** The guest's functions on the stack of an error, the innermost first. */
  readFrames(error: unknown): StackFrame[];
  /** Throws if the instance may not run on; called before and after each host function. */
  checkRunning(): void;
  /** Runs jobs of the guest that the platform has begun, such as what follows an `await`. */
  jobs: JobRunner;
  /** Hears of rejections that nobody in the guest handled. */
  report?: ((error: Error) => void) | undefined;
  /** Marks the instance as broken, so that it takes no further calls, and gives the error back. */
  fail(error: Error): Error;
}

/** A variable that a guest exports. */
export interface GuestVariable {
  read(): unknown;
  /** Absent where it cannot be assigned. */
  write?(value: unknown): void;
}

/** Exports of a module, or of a controller that it has made. */
export interface GuestExports {
  readonly variables: ReadonlyMap<string, GuestVariable>;
  /** Reads what the guest exports without converting it; absent where there are no references to its objects. */
  readonly reader?: StateReader;
  /** Checks and converts arguments without running anything; the function that it gives makes the call. */
  prepare(exported: ModuleExport, args: readonly unknown[]): () => unknown;
}

/** A module instance behind its ABI. */
export interface Guest extends GuestExports {
  readonly suspends: boolean;
  /** Makes the controller that an export of this name makes; absent where modules make none. */
  make?(name: string): GuestExports | undefined;
  /** Tells what came out of a call better than that the guest trapped, where it can; else gives it back. */
  explain(error: unknown, name: string): unknown;
  /** Throws if the guest went over its limits; called after each call. */
  checkLimits(name: string): void;
  /** Called after the guest has run, well or not: a call of it or a job of its own. */
  leave(): void;
}
