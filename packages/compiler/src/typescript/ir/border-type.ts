import type { Shape } from "./expressions.ts";
import type { IrClass, IrExport, IrFunction } from "./program.ts";

/**
 * A type as it is seen where values cross between JavaScript and the module: what exports take and give, and what JSON is read into.
 * Recursive types are cycles of objects.
 */
export type BorderType =
  | { type: "undefined" | "null" | "boolean" | "number" | "string" | "bigint" | "symbol" }
  /** Anything: `any`, `unknown`. What it is shows at run time: plain objects and arrays are converted, other objects are passed by reference. */
  | { type: "any" }
  /** A type parameter without a constraint: any JavaScript value, passed by reference, unchanged. */
  | { type: "opaque" }
  /** A value of the literal types of one primitive, such as `"a" | "b"`, is written as that primitive. */
  | { type: "array"; element: BorderType; readonly: boolean }
  | { type: "tuple"; elements: BorderType[]; rest: BorderType | undefined }
  | { type: "object"; shape: Shape; fields: BorderField[] }
  /** `named` are properties that its values have besides, maybe inherited ones. */
  | { type: "dictionary"; shape: Shape; value: BorderType; named?: string[] }
  /** An instance of a class of the program, with what of it is public. */
  | { type: "instance"; class: IrClass; arguments: BorderType[]; members: BorderMember[] }
  /** The class itself, as a value. Those that JavaScript cannot construct, such as abstract ones, have no constructor. */
  | {
      type: "class";
      class: IrClass;
      construct: BorderFunction | undefined;
      instance: BorderType;
      statics: BorderMember[];
    }
  /** An instance of a library class: `Map`, `Set`, `Promise`, `Date`, `RegExp`, `Error`, `Uint8Array`, … */
  | { type: "library"; name: string; arguments: BorderType[] }
  /** Iterables; `result` is what is returned at the end, `next` what generators are sent. Iterators and generators have `steps` of their own. */
  | { type: "iterable"; element: BorderType; result: BorderType; next: BorderType; steps: boolean }
  | BorderFunction
  | { type: "union"; members: BorderType[] }
  /** A controller that the program has made, with what its file exports. JavaScript calls its functions and reads its variables, and gives it to nobody. */
  | { type: "controller"; exports: IrExport[] };

export interface BorderField {
  name: string;
  type: BorderType;
  optional: boolean;
  readonly: boolean;
  /** It may be absent although its type says otherwise; so may be `null`, which is the same to the program unless the type has it. */
  lenient?: boolean;
  /** What the field can hold if its type is of literals only: by such fields the members of a union are told apart. */
  values: BorderLiteral[] | undefined;
}

export type BorderLiteral = string | number | boolean | null;

/** A method, accessor or field of a class that JavaScript may use. */
export interface BorderMember {
  name: string;
  kind: "method" | "field" | "get" | "set" | "accessor";
  type: BorderType;
  optional: boolean;
  readonly: boolean;
}

export interface BorderFunction {
  type: "function";
  parameters: BorderParameter[];
  /** `undefined` for none. */
  result: BorderType;
  async: boolean;
  /** Properties that the function has besides. */
  fields: BorderField[];
}

export interface BorderParameter {
  name: string;
  type: BorderType;
  optional: boolean;
  /** The function asks whether it is there although its type says that it is: it may be absent, and `null` is the same to the function unless the type has it. */
  lenient?: boolean;
  rest: boolean;
}

/** The types that the program declares for what it makes, for values that leave it without a type. */
export interface DeclaredTypes {
  /** Of the instances of a class; its type parameters are opaque. */
  ofClass(definition: IrClass): BorderType | undefined;
  ofShape(shape: Shape): BorderType | undefined;
  ofFunction(definition: IrFunction): BorderFunction | undefined;
}
