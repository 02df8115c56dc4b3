import type { AnyGlobal, Instruction, Local, StructType, ValueType } from "../../../wasm/index.ts";
import { globalGet, localGet } from "../../../wasm/index.ts";

/** A variable that holds an object. */
export type Root = Local | AnyGlobal;

/** The field in which an object holds what the host watches it by. */
export interface WatchPlace {
  struct: StructType;
  index: number;
}

/** What tells the host that an object has changed, if it is watched. */
export interface Mark {
  place: WatchPlace;
  root: Root;
  /** It stands where the variable may be null. */
  isGuarded: boolean;
}

/** The marks of a module, by the instructions that they are. */
export type Marks = ReadonlyMap<Instruction, Mark>;

/** The variable that an instruction reads. */
export function rootOf(instruction: Instruction | undefined): Root | undefined {
  if (instruction?.op === "local.get" || instruction?.op === "local.tee") return instruction.local;
  return instruction?.op === "global.get" ? instruction.global : undefined;
}

/** Reads a variable. */
export function readRoot(root: Root): Instruction {
  return isGlobal(root) ? globalGet(root) : localGet(root);
}

/** Whether a variable belongs to the module. */
export function isGlobal(root: Root): root is AnyGlobal {
  return "mutable" in root;
}

/** Whether what a variable holds is a struct, or one that extends it. */
export function holdsStruct({ type }: { type: ValueType }, struct: StructType): boolean {
  if (typeof type === "string" || typeof type.heap === "string" || type.heap.kind !== "struct") return false;
  for (let at: StructType | undefined = type.heap; at; at = at.supertype) if (at === struct) return true;
  return false;
}
