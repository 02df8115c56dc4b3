/*
 * What a module of compiled TypeScript exports, and how values cross between it and JavaScript. The compiler writes it beside the module, the
 * host's border runtime reads it.
 */

/** What a module of compiled TypeScript shows to JavaScript. */
export interface ModuleInterface {
  exports: BorderExportDescription[];
  /** All types that cross; others refer to them by their index. */
  types: BorderTypeDescription[];
  /** Classes whose instances cross. */
  classes: BorderClass[];
  /** How values that are held in a place for anything are told apart; what is not needed is missing. */
  any: {
    /** Global: `true`. */
    true?: string;
    /** Global: `false`. */
    false?: string;
    /** Global: `null`. */
    null?: string;
    /** Function: a number as any value. */
    box?: string;
    /** Function: any value that is a boxed number. */
    unbox?: string;
  };
  /** The tag of what is thrown, and its type; and the type of errors that functions of JavaScript throw, if the module catches those. */
  thrown?: { tag: string; type: number; caught?: number };
}

/** An export of the entry module. */
export type BorderExportDescription = { name: string } & (
  | { kind: "function"; type: number; call: BorderCall }
  /** A constant, or (`live`) a variable, which JavaScript can assign if it has `write`. */
  | { kind: "value"; read: BorderCall; write?: BorderCall; live: boolean }
  | { kind: "class"; type: number }
);

/**
 * How a value is held where it crosses.
 *
 * - `number`: an f64 or i32 that is a number; `boolean`: an i32, 0 or 1.
 * - `value`: a reference that is never absent; `undefined` and `null` say what an absent one means.
 * - `any`: absent is `undefined`; numbers beyond 31 bits are boxed; `true`, `false` and `null` are constants of the module.
 */
export type BorderSlot = "number" | "boolean" | "value" | "undefined" | "null" | "any";

/** A type, by its index, and how it is held. */
export type BorderPlace = readonly [type: number, slot: BorderSlot];

/** A function that the module exports for the border. It takes the objects that it works on before its parameters. */
export interface BorderCall {
  name: string;
  parameters: BorderPlace[];
  result?: BorderPlace;
}

/** A function of JavaScript as the module calls it. */
export interface BorderCallback extends BorderCall {
  /** How it is told what it is called on, before its arguments, if the module says so: `f.call(receiver)`. */
  receiver?: BorderPlace;
}

/** What all types that are more than primitives have. */
export interface BorderTypeBase {
  /** What JavaScript does with objects of the type, by name. */
  operations?: Record<string, BorderCall>;
  /** Indices of the types that objects which leave as this type are seen as. */
  views?: number[];
  /** Function: which of the views an object is; -1 for a JavaScript value, -2 for a boxed number. Missing where only one thing is possible. */
  test?: string;
  /** Without a test: what leaves besides its views is a JavaScript value; else it is a boxed number. */
  host?: true;
  /** Indices of types whose objects are objects of this type too. */
  accepts?: number[];
  /**
   * Function: has an object of the type tell of its next change. It takes the object and a value of the host's, with which the module then calls
   * `changed` of `rune:border`, once; `null` calls that off. It gives the value that it was to call with until now, or `null`. Missing where the module does not tell: then any such object may have changed.
   */
  watch?: string;
  /** What the module makes of JavaScript's values of this type never leaves it. */
  stays?: true;
}

export type BorderTypeDescription =
  | { type: "undefined" | "null" | "boolean" | "number" | "string" | "bigint" | "symbol" }
  | (BorderTypeBase & { type: "opaque" })
  | (BorderTypeBase & { type: "any"; members?: number[] })
  /** `still`: the module changes none of the arrays that it is given. */
  | (BorderTypeBase & { type: "array"; element: number; readonly?: true; still?: true })
  | (BorderTypeBase & { type: "tuple"; elements: number[]; rest?: number })
  | (BorderTypeBase & { type: "object"; fields: BorderFieldDescription[] })
  | (BorderTypeBase & { type: "dictionary"; value: number; named?: string[] })
  | (BorderTypeBase & { type: "instance"; class: number; members: BorderMemberDescription[] })
  | (BorderTypeBase & {
      type: "class";
      class: number;
      instance: number;
      construct?: BorderParameterDescription[];
      statics: BorderMemberDescription[];
    })
  | (BorderTypeBase & { type: "library"; name: string; arguments: number[]; iterator?: number; bytes?: number })
  /** `iterator` and `result` are types that only have operations. `steps`: it is an iterator. */
  | (BorderTypeBase & {
      type: "iterable";
      element: number;
      steps?: true;
      array?: number;
      iterator?: number;
      result?: number;
    })
  | (BorderTypeBase & {
      type: "function";
      parameters: BorderParameterDescription[];
      /** Properties that the functions have besides. */
      fields?: BorderFieldDescription[];
      /** The import of module `rune:border` that calls a JavaScript function of this type. */
      callback?: BorderCallback;
    })
  | (BorderTypeBase & { type: "union"; members: number[] })
  /** What a function of the module has made with the exports of one of its files: their calls take it before their parameters. JavaScript gives it to nobody. */
  | (BorderTypeBase & { type: "controller"; exports: BorderExportDescription[] });

export interface BorderFieldDescription {
  name: string;
  type: number;
  optional?: true;
  /** It may be absent although its type says otherwise; so may be `null`, which is the same to the module unless the type has it. */
  lenient?: true;
  readonly?: true;
  /** What it can hold if that is literals only. */
  values?: (string | number | boolean | null)[];
  /** It is read through a getter each time. */
  getter?: true;
}

export interface BorderMemberDescription {
  name: string;
  kind: "method" | "field" | "get" | "set" | "accessor";
  type: number;
  optional?: true;
  readonly?: true;
}

export interface BorderParameterDescription {
  name: string;
  type: number;
  optional?: true;
  /** It may be absent although its type says otherwise; so may be `null`, which is the same to the function unless the type has it. */
  lenient?: true;
  rest?: true;
}

/** A class of the program. */
export interface BorderClass {
  name: string;
  /** Index of the class that it extends. */
  base?: number;
  /** The built-in class that it extends, directly or not. */
  native?: string;
  /** Where it is declared. Modules that are compiled from one class each have their own, which are one to `instanceof`. */
  origin?: string;
}

/** Name of the custom section in which a module of a package carries its interface, as JSON. */
export const INTERFACE_SECTION = "rune:interface";

/** Name of the import module whose functions call functions of JavaScript. */
export const BORDER_MODULE = "rune:border";
