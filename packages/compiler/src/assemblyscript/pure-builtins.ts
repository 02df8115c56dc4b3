/** Functions without a receiver that only compute: conversions and builtins of AssemblyScript. */
export const pureCalls: ReadonlySet<string> = new Set(
  (
    "i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64 bool abs min max ceil floor nearest trunc sqrt copysign clz ctz " +
    "popcnt rotl rotr select isNaN isFinite parseInt parseFloat unchecked sizeof nameof isInteger isFloat isString"
  ).split(" "),
);

/** Functions of `Math` that do not only compute. */
export const pureMathExceptions: ReadonlySet<string> = new Set(["random", "seedRandom"]);

/** Names of the library whose functions only compute. */
export const pureReceivers: ReadonlySet<string> = new Set(
  "String i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 I8 I16 I32 I64 U8 U16 U32 U64 F32 F64".split(" "),
);

/** Guest functions that only make values. */
export const pureRuneFunctions: ReadonlySet<string> = new Set([
  "object",
  "array",
  "json",
  "parse",
  "try_parse",
  "to_fixed",
  "asset",
]);

/** Methods of strings, lists, maps and `rune.Json` that change nothing. */
export const pureMethods: ReadonlySet<string> = new Set(
  (
    "parse at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf padEnd padStart repeat replace " +
    "replaceAll slice split startsWith substr substring toLowerCase toUpperCase toString trim trimEnd trimStart " +
    "join map filter some every find findIndex findLastIndex reduce reduceRight flat get has keys values " +
    "as_string as_number as_i32 as_i64 as_bool to_string toFixed parseInt parseFloat isNaN isInteger fromCharCode fromCodePoint"
  ).split(" "),
);
