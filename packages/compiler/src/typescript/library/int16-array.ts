import type { ArrayBuffer } from "./array-buffer.ts";
import { halvesOf } from "./array-buffer.ts";
import { readHalf, writeHalf } from "./buffer-words.ts";
import { IntegerArray } from "./integer-array.ts";

/** `Int16Array`. */
export class Int16Array extends IntegerArray {
  declare ["@@storage"]: $typed | undefined;

  static get BYTES_PER_ELEMENT(): number {
    return 2;
  }

  override get BYTES_PER_ELEMENT(): number {
    return 2;
  }

  override get ["@@toStringTag"](): string {
    return "Int16Array";
  }

  override ["@@allocate"](length: $int): void {
    this["@@storage"] = $typedNew("i16", (length + 3) & -4);
  }

  override ["@@attach"](buffer: ArrayBuffer): void {
    this["@@storage"] = halvesOf(buffer);
  }

  override ["@@expose"](buffer: ArrayBuffer): void {
    buffer["@@i16"] = this["@@storage"];
  }

  /** @analyzedByReceiver */
  override ["@@read"](index: $int): number {
    const storage = this["@@storage"];
    const at = this["@@start"] + index;
    if ($isUndefined(storage)) return (readHalf(this["@@buffer"]!, at) << 16) >> 16;
    else return $typedGet("i16", storage!, at);
  }

  override ["@@write"](index: $int, value: number): void {
    const storage = this["@@storage"];
    const at = this["@@start"] + index;
    if ($isUndefined(storage)) writeHalf(this["@@buffer"]!, at, value | 0);
    else $typedSet("i16", storage!, at, value);
  }

  override ["@@fill"](value: number, from: $int, to: $int): void {
    const storage = this["@@storage"];
    const start = this["@@start"];
    if ($isUndefined(storage)) for (let i = from; i < to; i++) this["@@write"](i, value);
    else $typedFill("i16", storage!, value, start + from, start + to);
  }

  override ["@@copy"](at: $int, source: Int16Array, from: $int, count: $int): void {
    const storage = this["@@storage"];
    const given = source["@@storage"];
    if (!$isUndefined(storage) && !$isUndefined(given)) {
      $typedCopy("i16", storage!, this["@@start"] + at, given!, source["@@start"] + from, count);
    } else this["@@copyEach"](at, source, from, count);
  }

  override ["@@make"](length: $int): this {
    return new Int16Array(length) as this;
  }

  override ["@@view"](buffer: ArrayBuffer, offset: number, length: number): this {
    return new Int16Array(buffer, offset, length) as this;
  }
}
