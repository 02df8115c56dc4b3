// oxlint-disable max-lines -- all of them are methods of one class.
import { RangeError, TypeError } from "./error.ts";
import { clampedIndex, relativeIndex, toInt } from "./integer.ts";
import { StringIterator } from "./iteration.ts";
import { localesText, optionsText } from "./locale.ts";
import { Object } from "./object.ts";
import { RegExp } from "./regexp.ts";
import { replaceAllText, replaceText, splitText } from "./string-search.ts";
import { loneSurrogate, wellFormed } from "./well-formed.ts";

/** V8's longest string. */
const LONGEST = 536870888;

/** What `replace` puts in the place of a match. */
export type Replacement = string | ((match: string, ...details: unknown[]) => unknown);

/** A pattern that brings its own search, as regular expressions do. */
interface Pattern {
  readonly global: boolean;
  ["@@match"](text: string): unknown;
  ["@@matchAll"](text: string): unknown;
  ["@@replace"](text: string, replacement: Replacement): string;
  ["@@search"](text: string): number;
  ["@@split"](text: string, limit?: number): string[];
}

/** `String`: its static side, and the methods of strings. */
export class String extends Object {
  static override ["@@call"](...values: unknown[]): string {
    return values.length === 0 ? "" : stringOf($arrayGet(values, 0));
  }

  static ["@@call/1"](value: unknown): string {
    return stringOf(value);
  }

  static fromCharCode(...codes: number[]): string {
    let text = "";
    for (let i = 0; i < codes.length; i++) text = $concat(text, $fromCharCode($arrayGet(codes, i) & 0xffff));
    return text;
  }

  static ["fromCharCode/1"](code: number): string {
    return $fromCharCode(code & 0xffff);
  }

  static fromCodePoint(...codes: number[]): string {
    let text = "";
    for (let i = 0; i < codes.length; i++) text = $concat(text, fromCodePoint($arrayGet(codes, i)));
    return text;
  }

  static ["fromCodePoint/1"](code: number): string {
    return fromCodePoint(code);
  }

  static raw(template: { raw: readonly string[] }, ...values: unknown[]): string {
    const texts = template.raw;
    let text = "";
    for (let i = 0; i < texts.length; i++) {
      if (i > 0 && i <= values.length) text = `${text}${values[i - 1] as string}`;
      text = $concat(text, $arrayGet(texts, i));
    }
    return text;
  }

  at(this: string, index: number): string | undefined {
    const from = toInt(index);
    const at = from < 0 ? from + this.length : from;
    return at >= 0 && at < this.length ? $fromCharCode($charCodeAt(this, at)) : undefined;
  }

  charAt(this: string, index?: number): string {
    const at = $isUndefined(index) ? 0 : toInt(index!);
    return at >= 0 && at < this.length ? $fromCharCode($charCodeAt(this, at)) : "";
  }

  charCodeAt(this: string, index?: number): number {
    const at = $isUndefined(index) ? 0 : toInt(index!);
    return at >= 0 && at < this.length ? $charCodeAt(this, at) : NaN;
  }

  codePointAt(this: string, index?: number): number | undefined {
    const at = $isUndefined(index) ? 0 : toInt(index!);
    return at >= 0 && at < this.length ? $codePointAt(this, at) : undefined;
  }

  concat(this: string, ...texts: string[]): string {
    let text = `${this}`;
    for (let i = 0; i < texts.length; i++) text = `${text}${$arrayGet(texts, i)}`;
    return text;
  }

  endsWith(this: string, search: string, end?: number): boolean {
    const text = searchText(search, "endsWith");
    const until = $isUndefined(end) ? this.length : clampedIndex(end!, this.length);
    const start = until - text.length;
    return start >= 0 && hasAt(this, text, start);
  }

  includes(this: string, search: string, from?: number): boolean {
    const text = searchText(search, "includes");
    return $js_string_indexOf(this, text, $isUndefined(from) ? 0 : clampedIndex(from!, this.length)) >= 0;
  }

  indexOf(this: string, search: string, from?: number): number {
    return $js_string_indexOf(this, `${search}`, $isUndefined(from) ? 0 : clampedIndex(from!, this.length));
  }

  isWellFormed(this: string): boolean {
    return loneSurrogate(this) < 0;
  }

  lastIndexOf(this: string, search: string, from?: number): number {
    if ($isUndefined(from)) return $js_string_lastIndexOf(this, `${search}`, this.length);
    const at = +from!;
    // NaN is the end here, not the start.
    return $js_string_lastIndexOf(this, `${search}`, at === at ? clampedIndex(at, this.length) : this.length);
  }

  localeCompare(this: string, that: string, locales?: string | string[], options?: object): number {
    return $js_string_localeCompare(this, `${that}`, localesText(locales), optionsText(options));
  }

  match(this: string, pattern?: string | Pattern): unknown {
    if ($isObject(pattern)) return (pattern as Pattern)["@@match"](this);
    else return toPattern(pattern, "")["@@match"](this);
  }

  matchAll(this: string, pattern?: string | Pattern): unknown {
    if ($isObject(pattern)) {
      if (!(pattern as Pattern).global) {
        throw new TypeError("String.prototype.matchAll called with a non-global RegExp argument");
      }
      return (pattern as Pattern)["@@matchAll"](this);
    } else return toPattern(pattern, "g")["@@matchAll"](this);
  }

  normalize(this: string, form?: string): string {
    const name = $isUndefined(form) ? "NFC" : `${form}`;
    if (name !== "NFC" && name !== "NFD" && name !== "NFKC" && name !== "NFKD") {
      throw new RangeError("The normalization form should be one of NFC, NFD, NFKC, NFKD.");
    }
    return $js_string_normalize(this, name);
  }

  padEnd(this: string, length: number, fill?: string): string {
    const filler = $isUndefined(fill) ? " " : `${fill}`;
    const target = toInt(length);
    if (target <= this.length || filler === "") return this;
    requireLength(target);
    return $js_string_padEnd(this, target, filler);
  }

  padStart(this: string, length: number, fill?: string): string {
    const filler = $isUndefined(fill) ? " " : `${fill}`;
    const target = toInt(length);
    if (target <= this.length || filler === "") return this;
    requireLength(target);
    return $js_string_padStart(this, target, filler);
  }

  repeat(this: string, count: number): string {
    const times = toInt(count);
    if (times < 0 || count === Infinity) throw new RangeError(`Invalid count value: ${count}`);
    if (times === 0 || this.length === 0) return "";
    requireLength(this.length * times);
    return $js_string_repeat(this, times);
  }

  replace(this: string, pattern: string | Pattern, replacement: Replacement): string {
    if ($isObject(pattern)) return (pattern as Pattern)["@@replace"](this, replacement);
    else return replaceText(this, `${pattern as string}`, replacement);
  }

  replaceAll(this: string, pattern: string | Pattern, replacement: Replacement): string {
    if ($isObject(pattern)) {
      if (!(pattern as Pattern).global) {
        throw new TypeError("String.prototype.replaceAll called with a non-global RegExp argument");
      }
      return (pattern as Pattern)["@@replace"](this, replacement);
    } else return replaceAllText(this, `${pattern as string}`, replacement);
  }

  search(this: string, pattern?: string | Pattern): number {
    if ($isObject(pattern)) return (pattern as Pattern)["@@search"](this);
    else return toPattern(pattern, "")["@@search"](this);
  }

  slice(this: string, start?: number, end?: number): string {
    const length = this.length;
    const from = $isUndefined(start) ? 0 : relativeIndex(start!, length);
    const until = $isUndefined(end) ? length : relativeIndex(end!, length);
    return from < until ? $substring(this, from, until) : "";
  }

  split(this: string, separator?: string | Pattern, limit?: number): string[] {
    if ($isObject(separator)) return (separator as Pattern)["@@split"](this, limit);
    else {
      const most = $isUndefined(limit) ? 4294967295 : limit! >>> 0;
      if (most === 0) return [];
      else return $isUndefined(separator) ? [this] : splitText(this, `${separator as string}`, most);
    }
  }

  startsWith(this: string, search: string, from?: number): boolean {
    const text = searchText(search, "startsWith");
    const start = $isUndefined(from) ? 0 : clampedIndex(from!, this.length);
    return start + text.length <= this.length && hasAt(this, text, start);
  }

  substr(this: string, start: number, count?: number): string {
    const length = this.length;
    const from = relativeIndex(start, length);
    const until = $isUndefined(count) ? length : from + clampedIndex(count!, length - from);
    return from < until ? $substring(this, from, until) : "";
  }

  substring(this: string, start: number, end?: number): string {
    const length = this.length;
    const from = clampedIndex(start, length);
    const until = $isUndefined(end) ? length : clampedIndex(end!, length);
    return from < until ? $substring(this, from, until) : $substring(this, until, from);
  }

  toLocaleLowerCase(this: string, locales?: string | string[]): string {
    return $js_string_toLocaleLowerCase(this, localesText(locales));
  }

  toLocaleUpperCase(this: string, locales?: string | string[]): string {
    return $js_string_toLocaleUpperCase(this, localesText(locales));
  }

  toLowerCase(this: string): string {
    return $js_string_toLowerCase(this);
  }

  override toString(this: string): string {
    return this;
  }

  toWellFormed(this: string): string {
    return wellFormed(this);
  }

  toUpperCase(this: string): string {
    return $js_string_toUpperCase(this);
  }

  trim(this: string): string {
    return $js_string_trim(this);
  }

  trimEnd(this: string): string {
    return $js_string_trimEnd(this);
  }

  trimLeft(this: string): string {
    return $js_string_trimStart(this);
  }

  trimRight(this: string): string {
    return $js_string_trimEnd(this);
  }

  trimStart(this: string): string {
    return $js_string_trimStart(this);
  }

  override valueOf(this: string): string {
    return this;
  }

  ["@@iterator"](this: string): StringIterator {
    return new StringIterator(this);
  }
}

function stringOf(value: unknown): string {
  if ($isSymbol(value)) return $js_symbol_toString(value);
  else return `${value as string}`;
}

function fromCodePoint(code: number): string {
  const point = code | 0;
  if (point !== +code || point < 0 || point > 0x10ffff) throw new RangeError(`Invalid code point ${code}`);
  return $fromCodePoint(point);
}

function requireLength(length: number): void {
  if (length > LONGEST) throw new RangeError("Invalid string length");
}

function searchText(search: unknown, method: string): string {
  if ($isString(search)) return $asString(search);
  else if (search instanceof RegExp) {
    throw new TypeError(`First argument to String.prototype.${method} must not be a regular expression`);
  } else return `${search as string}`;
}

/** Whether a text has another at an index; it is long enough. */
function hasAt(text: string, part: string, at: $int): boolean {
  const length = part.length;
  for (let i = 0; i < length; i++) if ($charCodeAt(text, at + i) !== $charCodeAt(part, i)) return false;
  return true;
}

function toPattern(source: string | Pattern | undefined, flags: string): Pattern {
  return new RegExp($isUndefined(source) ? "" : `${source as string}`, flags) as unknown as Pattern;
}
