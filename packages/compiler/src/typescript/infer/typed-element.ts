import type { ExpressionOf } from "../ir/index.ts";
import type { TypedElement } from "./abstract-object.ts";

/** Storages by the types of numbers; signed and unsigned integers of one size share theirs. */
const ELEMENTS: Readonly<Record<string, TypedElement>> = {
  i8: "i8",
  u8: "i8",
  i16: "i16",
  u16: "i16",
  i32: "i32",
  u32: "i32",
  f32: "f32",
  f64: "f64",
};

/** The storage that an intrinsic works on, whose first argument names the type of the numbers. */
export function typedElement({ name, arguments: [type] }: ExpressionOf<"intrinsic">): TypedElement {
  const element = type?.op === "string" ? ELEMENTS[type.value] : undefined;
  if (!element) throw new Error(`the first argument of ${name} is the literal name of a type of numbers`);
  return element;
}
