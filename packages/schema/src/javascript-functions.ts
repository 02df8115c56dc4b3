/**
 * Type of a JavaScript function's parameter or result as compiled TypeScript sees it, and the WASM type that stands for it.
 *
 * - `number` f64; `int` and `boolean` i32; `long` i64
 * - `string`, `bigint`, `symbol`: an externref that is one; with a `?` it can be absent, which is the null reference in WASM and
 *   `undefined` in TypeScript
 * - `host`: any externref. What a function gives as `host` is a handle that only functions of the same group look into
 * - `callback`: two parameters, a funcref of type `(externref, externref) → ()` and an externref that it gets first, before the value
 */
export type JavascriptValueType =
  | "number"
  | "int"
  | "long"
  | "boolean"
  | "string"
  | "string?"
  | "bigint"
  | "symbol"
  | "symbol?"
  | "host"
  | "host?"
  | "callback";

/** A function of JavaScript's own that compiled TypeScript may import. */
export interface JavascriptFunction {
  parameters: readonly JavascriptValueType[];
  result?: JavascriptValueType;
  /** An ordinary program can make it throw an error of JavaScript's, which the program may catch. */
  throws?: true;
}

const number1 = { parameters: ["number"], result: "number" } as const;
const number2 = { parameters: ["number", "number"], result: "number" } as const;
const string1 = { parameters: ["string"], result: "string" } as const;
const string1Maybe = { parameters: ["string"], result: "string?" } as const;
const bigint1 = { parameters: ["bigint"], result: "bigint", throws: true } as const;
const bigint2 = { parameters: ["bigint", "bigint"], result: "bigint", throws: true } as const;
const bigintTest = { parameters: ["bigint", "bigint"], result: "boolean" } as const;

/**
 * Every function of module `rune:js`, by its name there. None takes the name of a property to look up, calls a function that it is not
 * given as a `callback`, or hands out an object of the page. All of them check what they are given.
 */
export const javascriptFunctions: Readonly<Record<string, JavascriptFunction>> = {
  number_toString: { parameters: ["number"], result: "string" },
  number_toStringRadix: { parameters: ["number", "int"], result: "string" },
  number_toFixed: { parameters: ["number", "int"], result: "string" },
  number_toPrecision: { parameters: ["number", "int"], result: "string" },
  number_toExponential: { parameters: ["number", "int"], result: "string" },
  number_toLocaleString: { parameters: ["number", "string", "string"], result: "string", throws: true },
  number_remainder: number2,
  number_parse: { parameters: ["string"], result: "number" },
  parseFloat: { parameters: ["string"], result: "number" },
  parseInt: { parameters: ["string", "int"], result: "number" },

  string_indexOf: { parameters: ["string", "string", "int"], result: "int" },
  string_lastIndexOf: { parameters: ["string", "string", "int"], result: "int" },
  string_toUpperCase: string1,
  string_toLowerCase: string1,
  string_toLocaleUpperCase: { parameters: ["string", "string"], result: "string", throws: true },
  string_toLocaleLowerCase: { parameters: ["string", "string"], result: "string", throws: true },
  string_trim: string1,
  string_trimStart: string1,
  string_trimEnd: string1,
  string_repeat: { parameters: ["string", "int"], result: "string", throws: true },
  string_padStart: { parameters: ["string", "int", "string"], result: "string", throws: true },
  string_padEnd: { parameters: ["string", "int", "string"], result: "string", throws: true },
  string_normalize: { parameters: ["string", "string"], result: "string", throws: true },
  string_localeCompare: { parameters: ["string", "string", "string", "string"], result: "int", throws: true },
  encodeURI: string1Maybe,
  encodeURIComponent: string1Maybe,
  decodeURI: string1Maybe,
  decodeURIComponent: string1Maybe,

  math_acos: number1,
  math_acosh: number1,
  math_asin: number1,
  math_asinh: number1,
  math_atan: number1,
  math_atan2: number2,
  math_atanh: number1,
  math_cbrt: number1,
  math_cos: number1,
  math_cosh: number1,
  math_exp: number1,
  math_expm1: number1,
  math_log: number1,
  math_log10: number1,
  math_log1p: number1,
  math_log2: number1,
  math_pow: number2,
  math_sin: number1,
  math_sinh: number1,
  math_tan: number1,
  math_tanh: number1,

  bigint_add: bigint2,
  bigint_subtract: bigint2,
  bigint_multiply: bigint2,
  bigint_divide: bigint2,
  bigint_remainder: bigint2,
  bigint_power: bigint2,
  bigint_negate: bigint1,
  bigint_and: bigint2,
  bigint_or: bigint2,
  bigint_xor: bigint2,
  bigint_not: bigint1,
  bigint_shiftLeft: bigint2,
  bigint_shiftRight: bigint2,
  bigint_equals: bigintTest,
  bigint_compare: { parameters: ["bigint", "bigint"], result: "int" },
  bigint_compareNumber: { parameters: ["bigint", "number"], result: "number" },
  bigint_compareText: { parameters: ["bigint", "string"], result: "number" },
  bigint_fromNumber: { parameters: ["number"], result: "bigint", throws: true },
  bigint_fromLong: { parameters: ["long"], result: "bigint" },
  bigint_toLong: { parameters: ["bigint"], result: "long" },
  bigint_width: { parameters: ["bigint"], result: "int" },
  bigint_toNumber: { parameters: ["bigint"], result: "number" },
  bigint_fromString: { parameters: ["string"], result: "bigint", throws: true },
  bigint_toString: { parameters: ["bigint"], result: "string" },
  bigint_toStringRadix: { parameters: ["bigint", "int"], result: "string" },
  bigint_toLocaleString: { parameters: ["bigint", "string", "string"], result: "string", throws: true },
  bigint_asIntN: { parameters: ["number", "bigint"], result: "bigint", throws: true },
  bigint_asUintN: { parameters: ["number", "bigint"], result: "bigint", throws: true },

  symbol_new: { parameters: ["string?"], result: "symbol" },
  symbol_for: { parameters: ["string"], result: "symbol" },
  symbol_keyFor: { parameters: ["symbol"], result: "string?" },
  symbol_wellKnown: { parameters: ["string"], result: "symbol" },
  symbol_description: { parameters: ["symbol"], result: "string?" },
  symbol_toString: { parameters: ["symbol"], result: "string" },
  symbol_equals: { parameters: ["symbol", "symbol"], result: "boolean" },
  host_truthy: { parameters: ["host"], result: "boolean" },
  host_typeof: { parameters: ["host"], result: "string" },
  host_equals: { parameters: ["host", "host"], result: "boolean" },

  host_tag: { parameters: ["host"], result: "string" },
  host_text: { parameters: ["host"], result: "string?" },
  host_time: { parameters: ["host"], result: "number" },

  bytes_text: { parameters: ["host"], result: "string" },
  bytes_decode: { parameters: ["host"], result: "string" },

  error_capture: { parameters: [], result: "host" },
  error_frames: { parameters: ["host"], result: "string" },
  error_name: { parameters: ["host"], result: "string?" },
  error_message: { parameters: ["host"], result: "string" },

  index_new: { parameters: [], result: "host" },
  index_get: { parameters: ["host", "host"], result: "int" },
  index_add: { parameters: ["host", "host", "int"], result: "int" },
  index_set: { parameters: ["host", "host", "int"] },
  index_remove: { parameters: ["host", "host"], result: "int" },
  index_clear: { parameters: ["host"] },

  weak_new: { parameters: [], result: "host" },
  weak_get: { parameters: ["host", "host"], result: "host?" },
  weak_set: { parameters: ["host", "host", "host"] },
  weak_has: { parameters: ["host", "host"], result: "boolean" },
  weak_delete: { parameters: ["host", "host"], result: "boolean" },
  weakReference_new: { parameters: ["host"], result: "host" },
  weakReference_get: { parameters: ["host"], result: "host?" },

  microtask_queue: { parameters: ["callback"] },
  promise_is: { parameters: ["host"], result: "boolean" },
  promise_then: { parameters: ["host", "callback", "callback"] },
  promise_reject: { parameters: ["string", "string", "string"], result: "host" },
  promise_handled: { parameters: ["host"] },

  json_quote: string1,
  json_check: { parameters: ["string"], throws: true },

  date_offset: number1,
  date_toLocal: number1,
  date_fromLocal: number1,
  date_parse: { parameters: ["string"], result: "number" },
  date_zone: { parameters: ["number"], result: "string" },
  date_toLocaleString: { parameters: ["number", "int", "string", "string"], result: "string", throws: true },

  intl_plural: { parameters: ["number", "string", "string"], result: "string", throws: true },
  intl_relativeTime: { parameters: ["number", "string", "string", "string"], result: "string", throws: true },
  intl_list: { parameters: ["string", "string", "string"], result: "string", throws: true },

  regexp_new: { parameters: ["string", "string"], result: "host", throws: true },
  regexp_source: { parameters: ["host"], result: "string" },
  regexp_flags: { parameters: ["host"], result: "string" },
  regexp_test: { parameters: ["host", "string", "int"], result: "int" },
  regexp_exec: { parameters: ["host", "string", "int"], result: "host?" },
  regexp_replace: { parameters: ["host", "string", "string", "int"], result: "string", throws: true },
  regexp_matchAll: { parameters: ["host", "string"], result: "host" },
  regexp_split: { parameters: ["host", "string", "number"], result: "host" },
  match_index: { parameters: ["host"], result: "int" },
  match_end: { parameters: ["host"], result: "int" },
  match_count: { parameters: ["host"], result: "int" },
  match_get: { parameters: ["host", "int"], result: "string?" },
  match_nameCount: { parameters: ["host"], result: "int" },
  match_name: { parameters: ["host", "int"], result: "string" },
  match_named: { parameters: ["host", "int"], result: "string?" },
  match_groupStart: { parameters: ["host", "int"], result: "int" },
  match_groupEnd: { parameters: ["host", "int"], result: "int" },
  match_nameStart: { parameters: ["host", "int"], result: "int" },
  match_nameEnd: { parameters: ["host", "int"], result: "int" },
  texts_length: { parameters: ["host"], result: "int" },
  texts_get: { parameters: ["host", "int"], result: "string?" },
};
