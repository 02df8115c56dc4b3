// JavaScript's own functions, imports of module "rune:js", beside those of `intrinsics.d.ts`: values that stay with JavaScript.

declare function $js_weak_get(table: $host, key: $host): $host | undefined;
declare function $js_weak_delete(table: $host, key: $host): boolean;
declare function $js_weakReference_new(target: $host): $host;
declare function $js_weakReference_get(reference: $host): $host | undefined;

declare function $js_microtask_queue(action: () => void): void;
declare function $js_promise_is(value: $host): boolean;
declare function $js_promise_then(
  promise: $host,
  fulfilled: (value: $host) => void,
  rejected: (reason: $host) => void,
): void;
/** A promise that is rejected with such an error, so that the platform reports it unless it is handled. */
declare function $js_promise_reject(name: string, message: string, stack: string): $host;
/** Handles the rejection of such a promise. */
declare function $js_promise_handled(promise: $host): void;

/** What the value counts as in a test. */
declare function $js_host_truthy(value: $host): boolean;
declare function $js_host_tag(value: $host): string;
/** The time of a date of JavaScript; NaN for anything else. */
declare function $js_host_time(value: $host): number;
/** The value, if it is a string. */
declare function $js_host_text(value: $host): string | undefined;

// Bytes that the host gives.
/** A text with a character for each byte. */
declare function $js_bytes_text(bytes: $host): string;
/** The text that the bytes encode in UTF-8. */
declare function $js_bytes_decode(bytes: $host): string;

/** The text as JSON writes it. */
declare function $js_json_quote(text: string): string;
/** Throws the SyntaxError that the text deserves, if it is no JSON. */
declare function $js_json_check(text: string): void;

// Times are milliseconds since 1970; local ones are what a clock in UTC would show when it shows the same.
/** As `getTimezoneOffset`, in minutes. */
declare function $js_date_offset(time: number): number;
declare function $js_date_toLocal(time: number): number;
declare function $js_date_fromLocal(local: number): number;
declare function $js_date_parse(text: string): number;
/** As `GMT+0100 (Central European Standard Time)`. */
declare function $js_date_zone(time: number): string;
/** Format: 0 date and time, 1 date, 2 time. Locales and options as `localesText` and `optionsText` write them. */
declare function $js_date_toLocaleString(time: number, format: $int, locales: string, options: string): string;
declare function $js_intl_plural(value: number, locales: string, options: string): string;
declare function $js_intl_relativeTime(value: number, unit: string, locales: string, options: string): string;
declare function $js_intl_list(items: string, locales: string, options: string): string;

declare function $js_regexp_new(source: string, flags: string): $host;
declare function $js_regexp_source(regexp: $host): string;
declare function $js_regexp_flags(regexp: $host): string;
/**
 * Whether there is a match: -1 for none, else `lastIndex` afterwards. With the flags `g` or `y` matches start at `from` or, unless the
 * expression is sticky, later; without them at 0 or later.
 */
declare function $js_regexp_test(regexp: $host, text: string, from: $int): $int;
/** The match, `undefined` for none. */
declare function $js_regexp_exec(regexp: $host, text: string, from: $int): $host | undefined;
/** `text.replace(regexp, replacement)`; `from` is for those that are sticky and not global. */
declare function $js_regexp_replace(regexp: $host, text: string, replacement: string, from: $int): string;
/** `text.match(regexp)` with the flag `g`, as a list. */
declare function $js_regexp_matchAll(regexp: $host, text: string): $host;
declare function $js_regexp_split(regexp: $host, text: string, limit: number): $host;
declare function $js_match_index(match: $host): $int;
declare function $js_match_end(match: $host): $int;
/** How many groups it has, the match itself included. */
declare function $js_match_count(match: $host): $int;
declare function $js_match_get(match: $host, group: $int): string | undefined;
declare function $js_match_nameCount(match: $host): $int;
declare function $js_match_name(match: $host, index: $int): string;
/** What the group with the name matched. */
declare function $js_match_named(match: $host, index: $int): string | undefined;
/** -1 where the group took no part, or without the flag `d`. */
declare function $js_match_groupStart(match: $host, group: $int): $int;
declare function $js_match_groupEnd(match: $host, group: $int): $int;
declare function $js_match_nameStart(match: $host, index: $int): $int;
declare function $js_match_nameEnd(match: $host, index: $int): $int;
declare function $js_texts_length(texts: $host): $int;
declare function $js_texts_get(texts: $host, index: $int): string | undefined;

declare function $js_bigint_subtract(a: bigint, b: bigint): bigint;
declare function $js_bigint_multiply(a: bigint, b: bigint): bigint;
declare function $js_bigint_divide(a: bigint, b: bigint): bigint;
declare function $js_bigint_remainder(a: bigint, b: bigint): bigint;
declare function $js_bigint_power(a: bigint, b: bigint): bigint;
declare function $js_bigint_negate(x: bigint): bigint;
declare function $js_bigint_and(a: bigint, b: bigint): bigint;
declare function $js_bigint_or(a: bigint, b: bigint): bigint;
declare function $js_bigint_xor(a: bigint, b: bigint): bigint;
declare function $js_bigint_not(x: bigint): bigint;
declare function $js_bigint_shiftLeft(a: bigint, b: bigint): bigint;
declare function $js_bigint_shiftRight(a: bigint, b: bigint): bigint;
declare function $js_bigint_fromNumber(x: number): bigint;
declare function $js_bigint_fromString(text: string): bigint;
declare function $js_bigint_toStringRadix(x: bigint, radix: $int): string;
declare function $js_bigint_toLocaleString(x: bigint, locales: string, options: string): string;
declare function $js_bigint_asIntN(bits: number, x: bigint): bigint;
declare function $js_bigint_asUintN(bits: number, x: bigint): bigint;

declare function $js_symbol_new(description: string | undefined): symbol;
declare function $js_symbol_for(key: string): symbol;
declare function $js_symbol_keyFor(symbol: symbol): string | undefined;
/** By the name of the property of `Symbol`. */
declare function $js_symbol_wellKnown(name: string): symbol;
declare function $js_symbol_description(symbol: symbol): string | undefined;
