import type { Instruction } from "./instruction.ts";
import type { Position } from "./position.ts";
import type { FunctionType, ValueType } from "./types.ts";

/** A parameter or variable of one function. The object is its identity; the encoder gives it an index. */
export interface Local {
  name: string;
  type: ValueType;
}

/** A function with a body. */
export interface WasmFunction {
  name: string;
  type: FunctionType;
  /** As many as the type has, in its order. */
  params: Local[];
  body: Instruction[];
  exportNames?: string[];
  /** Whether its reference goes to the host, which calls it: nobody may conclude that only the module does. */
  calledByHost?: true;
  /** Where it begins in the source, for what has no position of its own. */
  position?: Position;
}

/** A function of the host. */
export interface ImportedFunction {
  name: string;
  module: string;
  /** Its name in that module. */
  base: string;
  type: FunctionType;
}

/** A global; its initial value is a constant expression over imported and earlier globals. */
export interface Global {
  name: string;
  type: ValueType;
  mutable: boolean;
  initial: Instruction;
  exportName?: string;
}

/** A global of the host. */
export interface ImportedGlobal {
  name: string;
  module: string;
  base: string;
  type: ValueType;
  mutable: boolean;
}

/** A kind of exception with what it carries. */
export interface Tag {
  name: string;
  params: readonly ValueType[];
  exportName?: string;
}

/** A kind of exception of the host. */
export interface ImportedTag {
  name: string;
  module: string;
  base: string;
  params: readonly ValueType[];
}

/** Bytes for `array.new_data`; there is no memory to copy them to. */
export interface DataSegment {
  name: string;
  bytes: Uint8Array;
}

/** What can be called. */
export type AnyFunction = WasmFunction | ImportedFunction;
/** What can be read as a global. */
export type AnyGlobal = Global | ImportedGlobal;
/** What can be thrown and caught. */
export type AnyTag = Tag | ImportedTag;

/** Everything that a module imports. */
export interface Imports {
  functions: ImportedFunction[];
  globals: ImportedGlobal[];
  tags: ImportedTag[];
}

/**
 * A module. Only what is reached from exports, `start` and `roots` is written, in the order of these arrays; what is not in
 * them but used is an error of the generator.
 */
export interface WasmModule {
  name?: string;
  imports: Imports;
  functions: WasmFunction[];
  globals: Global[];
  tags: Tag[];
  data: DataSegment[];
  start?: WasmFunction;
  /** Kept although nothing in the module uses them. */
  roots?: (AnyFunction | AnyGlobal | AnyTag)[];
}

/** A module without anything in it. */
export function createModule(name?: string): WasmModule {
  return {
    ...(name === undefined ? {} : { name }),
    imports: { functions: [], globals: [], tags: [] },
    functions: [],
    globals: [],
    tags: [],
    data: [],
  };
}
