/** Locales as the library writes them. */
function locales(text: string): string[] | undefined {
  return text === "" ? undefined : text.split(",");
}

/** Options as the library writes them. */
function options(text: string): object | undefined {
  if (text === "") return undefined;
  const lines = text.split("\n").filter((line) => line !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf("=");
      const value = line.slice(at + 1);
      return [line.slice(0, at), value === "true" ? true : value === "false" ? false : value];
    }),
  );
}

function attempt(convert: (text: string) => string): (text: string) => string | undefined {
  return (text) => {
    try {
      return convert(text);
    } catch {
      return undefined;
    }
  };
}

function toBigint(text: string): bigint | undefined {
  try {
    return BigInt(text);
  } catch {
    return undefined;
  }
}

function order(a: bigint, b: bigint | number | undefined): number {
  if (b === undefined) return NaN;
  if (a < b) return -1;
  if (a > b) return 1;
  return Number.isNaN(b) ? NaN : 0;
}

const mathFunctions =
  "acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 log log10 log1p log2 pow sin sinh tan tanh".split(
    " ",
  );

/** The functions of module `rune:js` that are about primitives, indexes and errors. */
export const javascriptIntrinsics = {
  $js_number_toString: (x: number): string => String(x),
  $js_number_toStringRadix: (x: number, radix: number): string => x.toString(radix),
  $js_number_toFixed: (x: number, digits: number): string => x.toFixed(digits),
  $js_number_toPrecision: (x: number, digits: number): string => x.toPrecision(digits),
  $js_number_toExponential: (x: number, digits: number): string => x.toExponential(digits < 0 ? undefined : digits),
  $js_number_toLocaleString: (x: number, tags: string, written: string): string =>
    x.toLocaleString(locales(tags), options(written)),
  $js_number_parse: (text: string): number => Number(text),
  $js_parseFloat: parseFloat,
  $js_parseInt: parseInt,

  $js_string_indexOf: (text: string, search: string, from: number): number => text.indexOf(search, from),
  $js_string_lastIndexOf: (text: string, search: string, from: number): number => text.lastIndexOf(search, from),
  $js_string_toUpperCase: (text: string): string => text.toUpperCase(),
  $js_string_toLowerCase: (text: string): string => text.toLowerCase(),
  $js_string_toLocaleUpperCase: (text: string, tags: string): string => text.toLocaleUpperCase(locales(tags)),
  $js_string_toLocaleLowerCase: (text: string, tags: string): string => text.toLocaleLowerCase(locales(tags)),
  $js_string_trim: (text: string): string => text.trim(),
  $js_string_trimStart: (text: string): string => text.trimStart(),
  $js_string_trimEnd: (text: string): string => text.trimEnd(),
  $js_string_repeat: (text: string, count: number): string => text.repeat(count),
  $js_string_padStart: (text: string, length: number, fill: string): string => text.padStart(length, fill),
  $js_string_padEnd: (text: string, length: number, fill: string): string => text.padEnd(length, fill),
  $js_string_normalize: (text: string, form: string): string => text.normalize(form),
  $js_string_localeCompare: (a: string, b: string, tags: string, written: string): number =>
    a.localeCompare(b, locales(tags), options(written)),
  $js_encodeURI: attempt(encodeURI),
  $js_encodeURIComponent: attempt(encodeURIComponent),
  $js_decodeURI: attempt(decodeURI),
  $js_decodeURIComponent: attempt(decodeURIComponent),

  ...Object.fromEntries(mathFunctions.map((name) => [`$js_math_${name}`, Math[name as "sin"]])),

  $js_bigint_toString: (x: bigint): string => String(x),
  $js_bigint_toNumber: (x: bigint): number => Number(x),
  $js_bigint_equals: (a: bigint, b: bigint): boolean => a === b,
  $js_bigint_compare: (a: bigint, b: bigint): number => order(a, b),
  $js_bigint_compareNumber: (a: bigint, b: number): number => order(a, b),
  $js_bigint_compareText: (a: bigint, b: string): number => order(a, toBigint(b)),
  $js_bigint_add: (a: bigint, b: bigint): bigint => a + b,
  $js_symbol_toString: (symbol: symbol): string => symbol.toString(),
  $js_symbol_equals: (a: symbol, b: symbol): boolean => a === b,
  $js_host_equals: (a: unknown, b: unknown): boolean => a === b,

  $js_index_new: (): Map<unknown, number> => new Map(),
  $js_index_get: (index: Map<unknown, number>, key: unknown): number => index.get(key) ?? -1,
  $js_index_add(index: Map<unknown, number>, key: unknown, entry: number): number {
    const known = index.get(key);
    if (known === undefined) index.set(key, entry);
    return known ?? -1;
  },
  $js_index_set: (index: Map<unknown, number>, key: unknown, entry: number): unknown => index.set(key, entry),
  $js_index_remove(index: Map<unknown, number>, key: unknown): number {
    const known = index.get(key);
    index.delete(key);
    return known ?? -1;
  },
  $js_index_clear: (index: Map<unknown, number>): void => index.clear(),

  $js_weak_new: (): WeakMap<object, unknown> => new WeakMap(),
  $js_weak_set: (table: WeakMap<object, unknown>, key: object, value: unknown): unknown => table.set(key, value),
  $js_weak_has: (table: WeakMap<object, unknown>, key: object): boolean => table.has(key),

  $js_error_capture: (): Error => new Error("captured"),
  $js_error_frames: (trace: Error): string => (trace.stack ?? "").replace(/^.*/, ""),
  $js_error_name: (thrown: unknown): string | undefined => (thrown instanceof Error ? thrown.name : undefined),
  $js_error_message: (thrown: unknown): string => (thrown instanceof Error ? thrown.message : ""),
};
