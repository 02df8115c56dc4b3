import type { BorderType } from "../../ir/index.ts";
import type { Border } from "./border.ts";
import type { Crossing } from "./crossing.ts";
import { BIGINT, INDEX, NUMBER } from "./primitives.ts";

/** The library's typed arrays, and what their elements are. */
export const typedArrays: Readonly<Record<string, BorderType>> = {
  Int8Array: NUMBER,
  Uint8Array: NUMBER,
  Uint8ClampedArray: NUMBER,
  Int16Array: NUMBER,
  Uint16Array: NUMBER,
  Int32Array: NUMBER,
  Uint32Array: NUMBER,
  Float32Array: NUMBER,
  Float64Array: NUMBER,
  BigInt64Array: BIGINT,
  BigUint64Array: BIGINT,
};

/** Reads typed arrays. */
export function holdTypedArray(border: Border, crossing: Crossing, element: BorderType): void {
  border.define(crossing, "length", { result: NUMBER }, (f, [array]) => f.property(array!, "length"));
  border.define(crossing, "get", { parameters: [INDEX], result: element }, (f, [array, index]) =>
    f.make({ op: "element", object: array!, key: index! }),
  );
}

/** Makes typed arrays, and writes to them. */
export function makeTypedArray(border: Border, crossing: Crossing, name: string, element: BorderType): void {
  border.define(crossing, "make", { handles: 0, parameters: [INDEX], result: "handle" }, (f, [length]) =>
    f.newLibrary(name, [length!]),
  );
  border.define(crossing, "set", { parameters: [INDEX, element], result: undefined }, (f, [array, index, value]) =>
    f.make({ op: "setElement", object: array!, key: index!, value: value! }),
  );
}

/** Buffers are read and written through their bytes. */
export function holdBuffer(border: Border, crossing: Crossing): void {
  const bytes = border.derived(crossing.type, "bytes", () => ({ type: "library", name: "Uint8Array", arguments: [] }));
  const view = border.crossing(bytes);
  border.define(crossing, "bytes", { result: view }, (f, [buffer]) => f.newLibrary("Uint8Array", [buffer!]));
  border.hold(view);
  makeTypedArray(border, view, "Uint8Array", NUMBER);
}
