import type { ArrayBuffer } from "./array-buffer.ts";
import { bytesOf } from "./array-buffer.ts";
import { readByte, writeByte } from "./buffer-words.ts";
import { TypedArray } from "./typed-array.ts";

/** `Uint8ClampedArray`. */
export class Uint8ClampedArray extends TypedArray {
  declare ["@@storage"]: $typed | undefined;

  static get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  override get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  override get ["@@toStringTag"](): string {
    return "Uint8ClampedArray";
  }

  override ["@@allocate"](length: $int): void {
    this["@@storage"] = $typedNew("u8", (length + 7) & -8);
  }

  override ["@@attach"](buffer: ArrayBuffer): void {
    this["@@storage"] = bytesOf(buffer);
  }

  override ["@@expose"](buffer: ArrayBuffer): void {
    buffer["@@i8"] = this["@@storage"];
  }

  /** @analyzedByReceiver */
  override ["@@read"](index: $int): number {
    const storage = this["@@storage"];
    const at = this["@@start"] + index;
    if ($isUndefined(storage)) return readByte(this["@@buffer"]!, at);
    else return $typedGet("u8", storage!, at);
  }

  /** @analyzedByReceiver */
  override ["@@write"](index: $int, value: number): void {
    const storage = this["@@storage"];
    const at = this["@@start"] + index;
    const byte = clamped(value);
    if ($isUndefined(storage)) writeByte(this["@@buffer"]!, at, byte);
    else $typedSet("u8", storage!, at, byte);
  }

  override ["@@fill"](value: number, from: $int, to: $int): void {
    const storage = this["@@storage"];
    const start = this["@@start"];
    if ($isUndefined(storage)) for (let i = from; i < to; i++) this["@@write"](i, value);
    else $typedFill("u8", storage!, clamped(value), start + from, start + to);
  }

  override ["@@copy"](at: $int, source: Uint8ClampedArray, from: $int, count: $int): void {
    const storage = this["@@storage"];
    const given = source["@@storage"];
    if (!$isUndefined(storage) && !$isUndefined(given)) {
      $typedCopy("u8", storage!, this["@@start"] + at, given!, source["@@start"] + from, count);
    } else this["@@copyEach"](at, source, from, count);
  }

  override ["@@make"](length: $int): this {
    return new Uint8ClampedArray(length) as this;
  }

  override ["@@view"](buffer: ArrayBuffer, offset: number, length: number): this {
    return new Uint8ClampedArray(buffer, offset, length) as this;
  }
}

/** The nearest byte, the even one of two. */
function clamped(value: number): $int {
  return value > 0 ? (value < 255 ? $nearest(value) : 255) : 0;
}
