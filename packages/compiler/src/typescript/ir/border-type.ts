import type { Shape } from "./expressions.ts";
import type { IrClass } from "./program.ts";

/**
 * A type as it is seen where values cross between JavaScript and the module: what exports take and give, and what JSON is read into.
 * Recursive types are cycles of objects.
 */
export type BorderType =
  | { type: "undefined" | "null" | "boolean" | "number" | "string" | "bigint" | "symbol" }
  /** Anything: `any`, `unknown`, an erased type parameter. Passed by reference, unchanged. */
  | { type: "any" }
  /** A value of the literal types of one primitive, such as `"a" | "b"`, is written as that primitive. */
  | { type: "array"; element: BorderType; readonly: boolean }
  | { type: "tuple"; elements: BorderType[]; rest: BorderType | undefined }
  | { type: "object"; shape: Shape; fields: BorderField[] }
  | { type: "dictionary"; shape: Shape; value: BorderType }
  /** An instance of a class of the program. */
  | { type: "instance"; class: IrClass; arguments: BorderType[] }
  /** The class itself, as a value. */
  | { type: "class"; class: IrClass; construct: BorderFunction; members: BorderMember[]; statics: BorderMember[] }
  /** An instance of a library class: `Map`, `Set`, `Promise`, `Date`, `RegExp`, `Error`, `Uint8Array`, … */
  | { type: "library"; name: string; arguments: BorderType[] }
  | { type: "iterable"; element: BorderType }
  | BorderFunction
  | { type: "union"; members: BorderType[] };

export interface BorderField {
  name: string;
  type: BorderType;
  optional: boolean;
}

/** A method, accessor or field of a class that JavaScript may use. */
export interface BorderMember {
  name: string;
  kind: "method" | "field" | "get" | "set" | "accessor";
  type: BorderType;
  optional: boolean;
}

export interface BorderFunction {
  type: "function";
  parameters: BorderParameter[];
  /** `undefined` for none. */
  result: BorderType;
  async: boolean;
}

export interface BorderParameter {
  name: string;
  type: BorderType;
  optional: boolean;
  rest: boolean;
}
