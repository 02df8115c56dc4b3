import type { ExpressionOf } from "../../ir/index.ts";
import type { TypedElement } from "../values/abstract-object.ts";
import type { NumberSource } from "../ranges/number-source.ts";
import { INT32 } from "../ranges/number-source.ts";

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

const PACKED: Readonly<Record<string, NumberSource>> = {
  i8: { type: "whole", min: -(2 ** 7), max: 2 ** 7 - 1 },
  u8: { type: "whole", min: 0, max: 2 ** 8 - 1 },
  i16: { type: "whole", min: -(2 ** 15), max: 2 ** 15 - 1 },
  u16: { type: "whole", min: 0, max: 2 ** 16 - 1 },
  i32: INT32,
  u32: { type: "whole", min: 0, max: 2 ** 32 - 1 },
};

/** The numbers that a storage can give; nothing is known of floats. */
export function packedNumbers({ arguments: [type] }: ExpressionOf<"intrinsic">): NumberSource | undefined {
  return type?.op === "string" ? PACKED[type.value] : undefined;
}
