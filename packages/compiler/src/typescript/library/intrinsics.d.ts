// What library source can say beyond TypeScript. The names are global in this folder and mean nothing elsewhere.
//
// Conventions of library source:
// - A class method whose name is `name/2` is the one that a call of `name` takes with exactly two arguments, none of them spread.
//   `name` itself takes any number, so it may be used for every call.
// - `static "@@call"` is what calling the class without `new` does. Array, Object, Function, String, Number and Boolean do the same with it.
// - Well-known symbols are written as names: `"@@iterator"` is `Symbol.iterator`.
// - A kind test (`$isString(x)` and so on, or its negation) alone in an `if` or conditional also tells the analysis which branch can happen;
//   in the branch, `$asString(x)` is the value as that kind. So what depends on a kind stands in `else` too, not after a `return`.
// - The tag `@analyzedOnce` in the comment of a function or method lets all calls of it share one analysis, and so one piece of code;
//   `@analyzedByReceiver` lets those calls of a method that are made on one kind of object. Without a tag each call is analysed apart.
// - A class with a method `@@get`, and `@@set`, has elements: they are called with the key as a 32-bit integer, -1 if it is no index.
// - Index arguments of array and string intrinsics are in range: nothing is checked again.

/** A number that is a 32-bit integer. */
type $int = number;

/** A JavaScript value that the guest cannot look into. */
interface $host {
  readonly "@@opaque": never;
}

// Numbers.
declare function $sqrt(x: number): number;
declare function $floor(x: number): number;
declare function $ceil(x: number): number;
declare function $trunc(x: number): number;
/** The nearest integer, ties to even. */
declare function $nearest(x: number): number;
declare function $abs(x: number): number;
/** `Math.min` of two. */
declare function $min2(a: number, b: number): number;
/** `Math.max` of two. */
declare function $max2(a: number, b: number): number;
declare function $copysign(magnitude: number, sign: number): number;
declare function $clz32(x: number): $int;
declare function $imul(a: number, b: number): $int;
declare function $fround(x: number): number;
/** The high 32 bits of the double. */
declare function $highWord(x: number): $int;
/** The low 32 bits of the double. */
declare function $lowWord(x: number): $int;
declare function $fromWords(high: $int, low: $int): number;

// Strings.
declare function $stringLength(text: string): $int;
declare function $charCodeAt(text: string, index: $int): $int;
declare function $codePointAt(text: string, index: $int): $int;
declare function $substring(text: string, start: $int, end: $int): string;
declare function $concat(a: string, b: string): string;
declare function $stringEquals(a: string, b: string): boolean;
/** -1, 0 or 1, by code units. */
declare function $stringCompare(a: string, b: string): $int;
declare function $fromCharCode(code: $int): string;
declare function $fromCodePoint(code: $int): string;

// Kinds.
declare function $isUndefined(value: unknown): value is undefined;
declare function $isNull(value: unknown): value is null;
declare function $isBoolean(value: unknown): value is boolean;
declare function $isNumber(value: unknown): value is number;
declare function $isString(value: unknown): value is string;
declare function $isBigint(value: unknown): value is bigint;
declare function $isSymbol(value: unknown): value is symbol;
/** A class is one too. */
declare function $isFunction(value: unknown): boolean;
declare function $isArray(value: unknown): value is unknown[];
/** An object of the guest that is neither array nor function. */
declare function $isObject(value: unknown): value is object;
declare function $isHost(value: unknown): value is $host;
declare function $asNumber(value: unknown): number;
declare function $asString(value: unknown): string;
declare function $asBoolean(value: unknown): boolean;
declare function $asBigint(value: unknown): bigint;
declare function $asArray<T = unknown>(value: unknown): T[];
declare function $asFunction(value: unknown): (...args: unknown[]) => unknown;
declare function $asObject(value: unknown): object;
/** Anything but `undefined`. */
declare function $asDefined<T>(value: T): Exclude<T, undefined>;
/** Whether two objects, arrays or functions of the guest are one. */
declare function $same(a: unknown, b: unknown): boolean;
/** The same of what `$toHost` gave for them. */
declare function $sameObject(a: $host, b: $host): boolean;
/** Whether the object may hold, through properties and elements, itself or another of its kind. Known when the program is compiled. */
declare function $reachesItself(object: unknown): boolean;

// Arrays.
/** An empty array with room. */
declare function $arrayNew<T>(capacity: $int): T[];
declare function $arrayGet<T>(array: readonly T[], index: $int): T;
declare function $arraySet<T>(array: T[], index: $int, value: T): void;
declare function $arrayPush<T>(array: T[], value: T): void;
/** Cuts the array, or lets it grow by elements that must be written before anybody reads them. */
declare function $arraySetLength(array: unknown[], length: $int): void;
/** Copies within the lengths of both arrays, which may be one. */
declare function $arrayCopy<T>(target: T[], at: $int, source: readonly T[], from: $int, count: $int): void;
declare function $arrayFill<T>(array: T[], value: T, from: $int, to: $int): void;

// JavaScript's objects.
/** Says that the library looks into what it is given: JavaScript's plain objects and arrays are to come in as the program's own. Costs nothing. */
declare function $readHost(value: unknown): void;

// Properties of objects by name: plain objects, instances of classes, dictionaries.
/** How many own enumerable properties it has; names and values are in the order of JavaScript. */
declare function $propertyCount(object: unknown): $int;
declare function $propertyName(object: unknown, index: $int): string;
declare function $propertyValue<T = unknown>(object: unknown, index: $int): T;
declare function $hasMore(object: unknown): boolean;
declare function $more<T>(object: unknown): T | undefined;
declare function $setMore(object: unknown, properties: unknown): void;
declare function $getProperty<T = unknown>(object: unknown, key: string): T;
declare function $setProperty(object: unknown, key: string, value: unknown): void;
declare function $hasOwn(object: unknown, key: string): boolean;
declare function $deleteProperty(object: unknown, key: string): boolean;
/** Whether objects of its kind have properties of their own whose keys are symbols. */
declare function $hasSymbolKeys(object: unknown): boolean;
/** Whether objects of its kind have accessors of their own. */
declare function $hasAccessors(object: unknown): boolean;
/** Has objects of JavaScript's come as those of a class of the library, as if the program mentioned it. */
declare function $mention(name: string): void;
/**
 * Calls `visitor`, a function of the library, with each own enumerable property: its value, its name, the name as JSON writes it with a
 * colon behind, and the `context`, which is variables. Each of these calls is analysed apart, and knows the name. For objects with fields only,
 * not for dictionaries.
 */
declare function $eachProperty<Context extends unknown[]>(
  object: unknown,
  visitor: (value: unknown, name: string, label: string, ...context: Context) => void,
  ...context: Context
): void;
/** The same for each own property whose key is a symbol, for dictionaries too; the name is what the compiler calls the symbol. */
declare function $eachSymbol<Context extends unknown[]>(
  object: unknown,
  visitor: (value: unknown, name: string, label: string, ...context: Context) => void,
  ...context: Context
): void;
/** Says that what is seen of an object changes, for the host if it watches the object. Costs nothing where none does. */
declare function $changed(object: unknown): void;
/** An object with the properties of another one, none of which has a value yet: a plain one, whatever the other is an instance of. */
declare function $plainLike(object: unknown): Record<string, unknown>;
declare function $className(object: unknown): string;
declare function $functionName(callee: unknown): string;
declare function $functionLength(callee: unknown): $int;

// The host, and control.
declare function $toHost(value: unknown): $host;
/** Notes that writes to a value are looked at from now on. */
declare function $restricts(value: unknown): void;
/** What `$toHost` was given; it can be what `sample` can be. */
declare function $fromHost<T>(value: $host, sample: T): T;
/** Not at any time: what depends on it only tells the analysis which values can be where. Stands alone as the test of an `if`. */
declare function $never(): boolean;
declare function $unreachable(): never;
declare function $queueMicrotask(action: () => void): void;
/** From 0 to below 1. */
declare function $host_get_random(): number;
/** Milliseconds since 1970. */
declare function $host_get_time_ms(): number;

// JavaScript's own functions, imports of module "rune:js": numbers.
/** `String(x)`. */
declare function $js_number_toString(x: number): string;
/** `x.toString(radix)`; radix from 2 to 36. */
declare function $js_number_toStringRadix(x: number, radix: $int): string;
/** Digits from 0 to 100. */
declare function $js_number_toFixed(x: number, digits: $int): string;
/** Digits from 1 to 100. */
declare function $js_number_toPrecision(x: number, digits: $int): string;
/** Digits from 0 to 100, or -1: as many as needed. */
declare function $js_number_toExponential(x: number, digits: $int): string;
/** Locales and options as `localesText` and `optionsText` write them. */
declare function $js_number_toLocaleString(x: number, locales: string, options: string): string;
/** `Number(text)`. */
declare function $js_number_parse(text: string): number;
declare function $js_parseFloat(text: string): number;
declare function $js_parseInt(text: string, radix: $int): number;

// Strings. Indices are in range.
declare function $js_string_indexOf(text: string, search: string, from: $int): $int;
declare function $js_string_lastIndexOf(text: string, search: string, from: $int): $int;
declare function $js_string_toUpperCase(text: string): string;
declare function $js_string_toLowerCase(text: string): string;
/** Locales as `localesText` writes them. */
declare function $js_string_toLocaleUpperCase(text: string, locales: string): string;
declare function $js_string_toLocaleLowerCase(text: string, locales: string): string;
declare function $js_string_trim(text: string): string;
declare function $js_string_trimStart(text: string): string;
declare function $js_string_trimEnd(text: string): string;
/** The result is shorter than 2 ** 29 - 24. */
declare function $js_string_repeat(text: string, count: $int): string;
declare function $js_string_padStart(text: string, length: $int, fill: string): string;
declare function $js_string_padEnd(text: string, length: $int, fill: string): string;
/** Form: NFC, NFD, NFKC or NFKD. */
declare function $js_string_normalize(text: string, form: string): string;
/** Locales and options as `localesText` and `optionsText` write them. */
declare function $js_string_localeCompare(a: string, b: string, locales: string, options: string): $int;
/** `undefined` where JavaScript throws a URIError. */
declare function $js_encodeURI(text: string): string | undefined;
declare function $js_encodeURIComponent(text: string): string | undefined;
declare function $js_decodeURI(text: string): string | undefined;
declare function $js_decodeURIComponent(text: string): string | undefined;

// Math.
declare function $js_math_acos(x: number): number;
declare function $js_math_acosh(x: number): number;
declare function $js_math_asin(x: number): number;
declare function $js_math_asinh(x: number): number;
declare function $js_math_atan(x: number): number;
declare function $js_math_atan2(y: number, x: number): number;
declare function $js_math_atanh(x: number): number;
declare function $js_math_cbrt(x: number): number;
declare function $js_math_cos(x: number): number;
declare function $js_math_cosh(x: number): number;
declare function $js_math_exp(x: number): number;
declare function $js_math_expm1(x: number): number;
declare function $js_math_log(x: number): number;
declare function $js_math_log10(x: number): number;
declare function $js_math_log1p(x: number): number;
declare function $js_math_log2(x: number): number;
declare function $js_math_pow(x: number, y: number): number;
declare function $js_math_sin(x: number): number;
declare function $js_math_sinh(x: number): number;
declare function $js_math_tan(x: number): number;
declare function $js_math_tanh(x: number): number;

// Values of other kinds, as the conversions of `text.ts` need them.
declare function $js_bigint_toString(x: bigint): string;
/** The nearest number. */
declare function $js_bigint_toNumber(x: bigint): number;
declare function $js_bigint_equals(a: bigint, b: bigint): boolean;
/** -1, 0 or 1. */
declare function $js_bigint_compare(a: bigint, b: bigint): $int;
/** -1, 0 or 1; NaN if the number is. */
declare function $js_bigint_compareNumber(a: bigint, b: number): number;
/** -1, 0 or 1 as the bigint compares with the one that the text writes; NaN if it writes none. */
declare function $js_bigint_compareText(a: bigint, b: string): number;
declare function $js_bigint_add(a: bigint, b: bigint): bigint;
/** `Symbol(description)`. */
declare function $js_symbol_toString(symbol: symbol): string;
declare function $js_symbol_equals(a: symbol, b: symbol): boolean;
declare function $js_host_equals(a: $host, b: $host): boolean;

// Indexes: from any value to the number of an entry, -1 for none.
declare function $js_index_new(): $host;
declare function $js_index_get(index: $host, key: $host): $int;
/** Adds a key; the number that it has already, or -1 if it was added. */
declare function $js_index_add(index: $host, key: $host, entry: $int): $int;
declare function $js_index_set(index: $host, key: $host, entry: $int): void;
/** The number that was removed. */
declare function $js_index_remove(index: $host, key: $host): $int;
declare function $js_index_clear(index: $host): void;

// Weak maps, as far as `Object` needs them; keys are objects.
declare function $js_weak_new(): $host;
declare function $js_weak_set(table: $host, key: $host, value: $host): void;
declare function $js_weak_has(table: $host, key: $host): boolean;

// Errors.
/** Notes the calls that are under way. */
declare function $js_error_capture(): $host;
/** The lines of a noted stack, each after a line feed; those of a caught JavaScript error alike. */
declare function $js_error_frames(trace: $host): string;
/** The name of a caught JavaScript error; `undefined` of anything else that was thrown. */
declare function $js_error_name(thrown: $host): string | undefined;
/** Its message. */
declare function $js_error_message(thrown: $host): string;
