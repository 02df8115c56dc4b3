import { copyBytes } from "./buffer-words.ts";
import { DataView } from "./data-view.ts";
import { RangeError, TypeError } from "./error.ts";
import { relativeIndex } from "./integer.ts";
import { toNumber } from "./text.ts";
import { TypedArray } from "./typed-array.ts";

/** More bytes than engines give one array. */
const MOST_BYTES = 1073741816;

/**
 * `ArrayBuffer`. Its bytes lie in a storage of one type of numbers: that of the array that was there first, or of the first view. Views of that
 * type use the storage itself; others read and write it by `buffer-words.ts`. So ordinary typed arrays are as fast as their storage.
 * Storages are as long as whole words of 64 bits need.
 */
export class ArrayBuffer {
  ["@@length"]: $int;
  ["@@i8"]: $typed | undefined;
  ["@@i16"]: $typed | undefined;
  ["@@i32"]: $typed | undefined;
  ["@@f32"]: $typed | undefined;
  ["@@f64"]: $typed | undefined;

  constructor(length?: unknown) {
    const bytes = $isUndefined(length) ? 0 : toLength(length);
    if (bytes < 0) throw new RangeError("Invalid array buffer length");
    if (bytes > MOST_BYTES) throw new RangeError("Array buffer allocation failed");
    this["@@length"] = bytes | 0;
  }

  static ["@@call"](): never {
    throw new TypeError("Constructor ArrayBuffer requires 'new'");
  }

  static isView(value: unknown): boolean {
    if ($isInstance(value, TypedArray)) return true;
    else if ($isInstance(value, DataView)) return true;
    else return $isHost(value) && isHostView($js_host_tag(value));
  }

  get byteLength(): number {
    return this["@@length"];
  }

  get maxByteLength(): number {
    return this["@@length"];
  }

  get resizable(): boolean {
    return false;
  }

  get ["@@toStringTag"](): string {
    return "ArrayBuffer";
  }

  slice(start?: number, end?: number): ArrayBuffer {
    const length = this["@@length"];
    const from = $isUndefined(start) ? 0 : relativeIndex(start!, length);
    const until = $isUndefined(end) ? length : relativeIndex(end!, length);
    const count = until > from ? until - from : 0;
    const copy = new ArrayBuffer(count);
    if (!isEmpty(this)) copyBytes(bytesOf(copy)!, this, from, count);
    return copy;
  }
}

/** ToIndex, but a length that is below zero stays so. */
export function toLength(value: unknown): number {
  const number = toNumber(value);
  return number === number ? $trunc(number) + 0 : 0;
}

/** Whether nothing has ever looked into the buffer: all its bytes are zero. */
function isEmpty(buffer: ArrayBuffer): boolean {
  if (!$isUndefined(buffer["@@i8"])) return false;
  if (!$isUndefined(buffer["@@i16"])) return false;
  if (!$isUndefined(buffer["@@i32"])) return false;
  if (!$isUndefined(buffer["@@f32"])) return false;
  return $isUndefined(buffer["@@f64"]);
}

/** The storage of a buffer, if it is one of bytes; a buffer without any gets one. So do the others. */
export function bytesOf(buffer: ArrayBuffer): $typed | undefined {
  if (isEmpty(buffer)) buffer["@@i8"] = $typedNew("u8", (buffer["@@length"] + 7) & -8);
  return buffer["@@i8"];
}

/** The storage, if it is one of 16 bits. */
export function halvesOf(buffer: ArrayBuffer): $typed | undefined {
  if (isEmpty(buffer)) buffer["@@i16"] = $typedNew("u16", ((buffer["@@length"] + 7) >> 3) << 2);
  return buffer["@@i16"];
}

/** The storage, if it is one of 32 bits. */
export function wordsOf(buffer: ArrayBuffer): $typed | undefined {
  if (isEmpty(buffer)) buffer["@@i32"] = $typedNew("i32", ((buffer["@@length"] + 7) >> 3) << 1);
  return buffer["@@i32"];
}

/** The storage, if it is one of single floats. */
export function singlesOf(buffer: ArrayBuffer): $typed | undefined {
  if (isEmpty(buffer)) buffer["@@f32"] = $typedNew("f32", ((buffer["@@length"] + 7) >> 3) << 1);
  return buffer["@@f32"];
}

/** The storage, if it is one of doubles. */
export function doublesOf(buffer: ArrayBuffer): $typed | undefined {
  if (isEmpty(buffer)) buffer["@@f64"] = $typedNew("f64", (buffer["@@length"] + 7) >> 3);
  return buffer["@@f64"];
}

/** Whether what `Object.prototype.toString` says of an object of JavaScript's is that it is a typed array or a DataView. */
function isHostView(tag: string): boolean {
  return tag === "[object DataView]" || tag.endsWith("Array]");
}
