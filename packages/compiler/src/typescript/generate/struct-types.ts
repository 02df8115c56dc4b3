import type { StructType } from "../../wasm/index.ts";
import type { HeldType } from "./representation.ts";

/** Whether a struct is another or extends it. */
export function extendsStruct(struct: HeldType, ancestor: HeldType): boolean {
  for (let at: HeldType | undefined = struct; at; at = supertypeOf(at)) if (at === ancestor) return true;
  return false;
}

/** The struct that a struct extends. */
export function supertypeOf(type: HeldType): StructType | undefined {
  return type.kind === "struct" ? type.supertype : undefined;
}

/** The topmost struct among a struct and those that it extends that has a field. */
export function topmostWith(struct: StructType, field: number): StructType {
  const above = struct.supertype;
  return above && field < above.fields.length ? topmostWith(above, field) : struct;
}
