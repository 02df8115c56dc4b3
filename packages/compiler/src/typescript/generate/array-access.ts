import type { Instruction } from "../../wasm/index.ts";
import {
  arrayGet,
  arrayGetU,
  arrayNew,
  arrayNewDefault,
  arrayNewFixed,
  arraySet,
  i32,
  op,
  structGet,
  structNew,
} from "../../wasm/index.ts";
import { undefinedAs } from "./coerce.ts";
import type { ArrayLayout } from "./layouts.ts";

/** Field of an array's struct. */
export const LENGTH = 0;
/** Field of an array's struct. */
export const ELEMENTS = 1;

/** Element at an index that is in range. */
export function elementAt(layout: ArrayLayout, array: Instruction, index: Instruction): Instruction {
  const elements = structGet(layout.struct, ELEMENTS, array);
  return layout.element.type === "boolean"
    ? arrayGetU(layout.data, elements, index)
    : arrayGet(layout.data, elements, index);
}

/** Writes an element at an index that is in range. */
export function setElementAt(
  layout: ArrayLayout,
  array: Instruction,
  index: Instruction,
  value: Instruction,
): Instruction {
  return arraySet(layout.data, structGet(layout.struct, ELEMENTS, array), index, value);
}

/** The length of an array. */
export function lengthOf(layout: ArrayLayout, array: Instruction): Instruction {
  return structGet(layout.struct, LENGTH, array);
}

/** An array of values. */
export function arrayOfValues(layout: ArrayLayout, values: Instruction[]): Instruction {
  return structNew(layout.struct, i32(values.length), arrayNewFixed(layout.data, ...values));
}

/** An empty array with room. */
export function arrayWithRoom(layout: ArrayLayout, capacity: Instruction): Instruction {
  return structNew(layout.struct, i32(0), emptyElements(layout, capacity));
}

/** Room for elements. Those that are not there are `undefined`, so that reading need not ask for the length. */
export function emptyElements({ data, element }: ArrayLayout, capacity: Instruction): Instruction {
  const nothing = undefinedAs(element);
  return nothing.kind === "null" ? arrayNewDefault(data, capacity) : arrayNew(data, nothing, capacity);
}

/** What holds the elements, with room for more. */
export function elements(layout: ArrayLayout, array: Instruction): Instruction {
  return structGet(layout.struct, ELEMENTS, array);
}

/** How many elements there is room for. */
export function capacity(layout: ArrayLayout, array: Instruction): Instruction {
  return op("array.len", elements(layout, array));
}
