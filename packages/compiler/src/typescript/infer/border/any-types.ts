import type { BorderType } from "../../ir/index.ts";
import { typedArrays } from "./typed-arrays.ts";
import { anyFunction } from "./view-of.ts";

const ERRORS = [
  "Error",
  "AggregateError",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
  "URIError",
];

/** One of the types that a value of any type may have. */
export interface AnyType {
  type: BorderType;
  /** It can be that only where the program names one of these classes of the library. */
  mentioned: readonly string[];
}

/** What a value of any type can be besides a primitive or an opaque one. */
export function anyTypes(anything: BorderType, error: BorderType): readonly AnyType[] {
  const shape = { name: "", declared: [], dictionary: true };
  const library = (name: string, ...types: BorderType[]): AnyType => ({
    type: { type: "library", name, arguments: types },
    mentioned: [name],
  });
  return [
    { type: { type: "array", element: anything, readonly: false }, mentioned: [] },
    { type: { type: "dictionary", shape, value: anything }, mentioned: [] },
    { type: anyFunction(anything), mentioned: [] },
    library("Map", anything, anything),
    library("Set", anything),
    library("Date"),
    library("RegExp"),
    library("Promise", anything),
    library("AbortSignal"),
    library("ArrayBuffer"),
    ...Object.keys(typedArrays).map((name) => library(name)),
    { type: error, mentioned: ERRORS },
  ];
}
