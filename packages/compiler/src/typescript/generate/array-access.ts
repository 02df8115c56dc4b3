import type { Instruction } from "../../wasm/index.ts";
import {
  arrayCopy,
  arrayGet,
  arrayGetU,
  arrayNew,
  arrayNewDefault,
  arrayNewFixed,
  arraySet,
  block,
  createLabel,
  createLocal,
  i32,
  localGet,
  localSet,
  nullValue,
  op,
  ref,
  structGet,
  structNew,
} from "../../wasm/index.ts";
import { undefinedAs } from "./coerce.ts";
import type { ArrayLayout } from "./array-layouts.ts";

/** Field of an array's struct. */
export const LENGTH = 0;
/** Field of an array's struct. */
export const ELEMENTS = 1;
/** Field of the struct of arrays that the host may watch. */
export const WATCH = 2;

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

/** Engines take no more operands of `array.new_fixed`. */
const MAX_FIXED = 10_000;

/** An array of values. */
export function arrayOfValues(layout: ArrayLayout, values: readonly Instruction[]): Instruction {
  return newArray(layout, i32(values.length), elementsOfValues(layout, values));
}

/** What holds the values; more than one instruction can take are put together from pieces. */
function elementsOfValues(layout: ArrayLayout, values: readonly Instruction[]): Instruction {
  const { data } = layout;
  if (values.length <= MAX_FIXED) return arrayNewFixed(data, ...values);
  const type = ref(data);
  const all = createLocal("elements", type);
  const code = [localSet(all, emptyElements(layout, i32(values.length)))];
  for (let start = 0; start < values.length; start += MAX_FIXED) {
    const piece = values.slice(start, start + MAX_FIXED);
    code.push(
      arrayCopy(data, data, localGet(all), i32(start), arrayNewFixed(data, ...piece), i32(0), i32(piece.length)),
    );
  }
  return block(createLabel("elements"), type, [...code, localGet(all)]);
}

/** An empty array with room. */
export function arrayWithRoom(layout: ArrayLayout, capacity: Instruction): Instruction {
  return newArray(layout, i32(0), emptyElements(layout, capacity));
}

function newArray({ struct, watched }: ArrayLayout, length: Instruction, held: Instruction): Instruction {
  return watched ? structNew(struct, length, held, nullValue("noextern")) : structNew(struct, length, held);
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
