import ts from "typescript";
import type { BorderType } from "../../ir/index.ts";
import { ERROR_TYPE } from "../../ir/index.ts";
import type { SharedContext } from "../context.ts";
import { borderTypeOf, defineBorderType } from "./border-type.ts";

/** Interfaces of TypeScript's library that are one class at run time, and how many type arguments matter. */
const CLASSES: Record<string, [name: string, parameters: number]> = {
  Map: ["Map", 2],
  ReadonlyMap: ["Map", 2],
  Set: ["Set", 1],
  ReadonlySet: ["Set", 1],
  WeakMap: ["WeakMap", 2],
  WeakSet: ["WeakSet", 1],
  WeakRef: ["WeakRef", 1],
  Promise: ["Promise", 1],
  PromiseLike: ["Promise", 1],
  AbortSignal: ["AbortSignal", 0],
  Date: ["Date", 0],
  RegExp: ["RegExp", 0],
  ArrayBuffer: ["ArrayBuffer", 0],
  SharedArrayBuffer: ["SharedArrayBuffer", 0],
  DataView: ["DataView", 0],
  Int8Array: ["Int8Array", 0],
  Uint8Array: ["Uint8Array", 0],
  Uint8ClampedArray: ["Uint8ClampedArray", 0],
  Int16Array: ["Int16Array", 0],
  Uint16Array: ["Uint16Array", 0],
  Int32Array: ["Int32Array", 0],
  Uint32Array: ["Uint32Array", 0],
  Float32Array: ["Float32Array", 0],
  Float64Array: ["Float64Array", 0],
  BigInt64Array: ["BigInt64Array", 0],
  BigUint64Array: ["BigUint64Array", 0],
  AsyncIterable: ["AsyncIterable", 3],
  AsyncIterator: ["AsyncIterable", 3],
  AsyncIterableIterator: ["AsyncIterable", 3],
  AsyncIteratorObject: ["AsyncIterable", 3],
  AsyncGenerator: ["AsyncIterable", 3],
};

const ITERABLES = new Set([
  "Iterable",
  "Iterator",
  "IterableIterator",
  "IteratorObject",
  "Generator",
  "ArrayIterator",
  "MapIterator",
  "SetIterator",
  "StringIterator",
  "RegExpStringIterator",
]);

const FIXED: Record<string, BorderType> = {
  Boolean: { type: "boolean" },
  Number: { type: "number" },
  String: { type: "string" },
  BigInt: { type: "bigint" },
  Symbol: { type: "symbol" },
  Function: { type: "any" },
  Error: ERROR_TYPE,
  AggregateError: ERROR_TYPE,
  DOMException: ERROR_TYPE,
  EvalError: ERROR_TYPE,
  RangeError: ERROR_TYPE,
  ReferenceError: ERROR_TYPE,
  SyntaxError: ERROR_TYPE,
  TypeError: ERROR_TYPE,
  URIError: ERROR_TYPE,
};

/** A type that TypeScript's library declares and that has a meaning of its own at the border. */
export function libraryBorderType(shared: SharedContext, type: ts.ObjectType): BorderType | undefined {
  const { checker } = shared;
  const { symbol } = type;
  if (!(symbol?.flags & ts.SymbolFlags.Interface)) return undefined;
  if (symbol.declarations?.some((node) => shared.modules.has(node.getSourceFile()))) return undefined;
  const types = type.objectFlags & ts.ObjectFlags.Reference ? checker.getTypeArguments(type as ts.TypeReference) : [];
  const first = (): BorderType => (types[0] ? borderTypeOf(shared, types[0]) : { type: "any" });
  const fixed = lookUp(FIXED, symbol.name);
  if (fixed) return fixed;
  if (ITERABLES.has(symbol.name)) {
    const any: BorderType = { type: "any" };
    const steps = symbol.name !== "Iterable";
    return defineBorderType(shared, type, { type: "iterable", element: any, result: any, next: any, steps }, (made) => {
      made.element = first();
      if (types[1]) made.result = borderTypeOf(shared, types[1]);
      if (types[2]) made.next = borderTypeOf(shared, types[2]);
    });
  }
  if (symbol.name === "ArrayLike") {
    return defineBorderType(shared, type, { type: "array", element: { type: "any" }, readonly: true }, (made) => {
      made.element = first();
    });
  }
  if (symbol.name === "TemplateStringsArray") return { type: "array", element: { type: "string" }, readonly: true };
  const row = lookUp(CLASSES, symbol.name);
  if (!row) return undefined;
  const [name, parameters] = row;
  return defineBorderType(shared, type, { type: "library", name, arguments: [] as BorderType[] }, (made) => {
    made.arguments.push(...types.slice(0, parameters).map((each) => borderTypeOf(shared, each)));
  });
}

function lookUp<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
