import { BORDER_MODULE, JAVASCRIPT_MODULE, REFERENCE_MODULE } from "@rune/schema";
import type {
  ArrayType,
  FunctionType,
  ImportedFunction,
  ImportedGlobal,
  ValueType,
  WasmModule,
} from "../../wasm/index.ts";
import { canonicalArrayType, externref, funcref, functionType, ref, refNull } from "../../wasm/index.ts";
import { importedRow } from "../imported-row.ts";

const STRING: ValueType = ref("extern");

/** The array of UTF-16 units that the engine copies strings from and into. */
export const PACKED_UNITS: ArrayType = canonicalArrayType("packed i16", "i16");

/** The engine's functions on strings, with the types that it demands. */
const STRING_FUNCTIONS: Readonly<Record<StringFunction, FunctionType>> = {
  cast: functionType([externref], [STRING]),
  test: functionType([externref], ["i32"]),
  fromCharCode: functionType(["i32"], [STRING]),
  fromCodePoint: functionType(["i32"], [STRING]),
  charCodeAt: functionType([externref, "i32"], ["i32"]),
  codePointAt: functionType([externref, "i32"], ["i32"]),
  length: functionType([externref], ["i32"]),
  concat: functionType([externref, externref], [STRING]),
  substring: functionType([externref, "i32", "i32"], [STRING]),
  equals: functionType([externref, externref], ["i32"]),
  compare: functionType([externref, externref], ["i32"]),
  fromCharCodeArray: functionType([refNull(PACKED_UNITS), "i32", "i32"], [STRING]),
  intoCharCodeArray: functionType([externref, refNull(PACKED_UNITS), "i32"], ["i32"]),
};

/** The builtins of `wasm:js-string` that compiled code uses. */
export type StringFunction =
  | "cast"
  | "test"
  | "fromCharCode"
  | "fromCodePoint"
  | "charCodeAt"
  | "codePointAt"
  | "length"
  | "concat"
  | "substring"
  | "equals"
  | "compare"
  | "fromCharCodeArray"
  | "intoCharCodeArray";

const KINDS: Readonly<Record<string, ValueType>> = {
  number: "f64",
  int: "i32",
  boolean: "i32",
  long: "i64",
};

/** Name of the module whose globals are the strings that their names are. */
export const STRING_CONSTANTS = "'";

/** What a module imports; each is added when first asked for. */
export class ImportTable {
  #module: WasmModule;
  #functions = new Map<string, ImportedFunction>();
  #strings = new Map<string, ImportedGlobal>();

  constructor(module: WasmModule) {
    this.#module = module;
  }

  /** A builtin of `wasm:js-string`. */
  string(name: StringFunction): ImportedFunction {
    return this.#function("wasm:js-string", name, STRING_FUNCTIONS[name]);
  }

  /** A function of `rune:js`. */
  javascript(name: string): ImportedFunction {
    return this.imported(`$js_${name}`);
  }

  /** The function of `rune:js` or `rune:host` that an intrinsic calls. */
  imported(intrinsic: string): ImportedFunction {
    const found = importedRow(intrinsic);
    if (!found) throw new Error(`there is no function for ${intrinsic}`);
    const { row, isHost, name } = found;
    const params = row.parameters.flatMap((kind) =>
      kind === "callback" ? [funcref, externref] : [KINDS[kind] ?? externref],
    );
    const results = row.result === undefined ? [] : [KINDS[row.result] ?? externref];
    return this.#function(isHost ? REFERENCE_MODULE : JAVASCRIPT_MODULE, name, functionType(params, results));
  }

  /** A function that calls a JavaScript function. */
  border(name: string, type: FunctionType): ImportedFunction {
    return this.#function(BORDER_MODULE, name, type);
  }

  /** The global that holds a string. */
  constant(text: string): ImportedGlobal {
    let global = this.#strings.get(text);
    if (!global) {
      global = { name: `"${text}"`, module: STRING_CONSTANTS, base: text, type: STRING, mutable: false };
      this.#strings.set(text, global);
      this.#module.imports.globals.push(global);
    }
    return global;
  }

  #function(module: string, base: string, type: FunctionType): ImportedFunction {
    const key = `${module} ${base}`;
    let imported = this.#functions.get(key);
    if (!imported) {
      imported = { name: base, module, base, type };
      this.#functions.set(key, imported);
      this.#module.imports.functions.push(imported);
    }
    return imported;
  }
}
