import type { ArrayBuffer } from "./array-buffer.ts";
import { bytesOf } from "./array-buffer.ts";
import { readByte, writeByte } from "./buffer-words.ts";
import { IntegerArray } from "./integer-array.ts";

/** `Int8Array`. */
export class Int8Array extends IntegerArray {
  declare ["@@storage"]: $typed | undefined;

  static get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  override get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  override get ["@@toStringTag"](): string {
    return "Int8Array";
  }

  override ["@@allocate"](length: $int): void {
    this["@@storage"] = $typedNew("i8", (length + 7) & -8);
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
    if ($isUndefined(storage)) return (readByte(this["@@buffer"]!, at) << 24) >> 24;
    else return $typedGet("i8", storage!, at);
  }

  override ["@@write"](index: $int, value: number): void {
    const storage = this["@@storage"];
    const at = this["@@start"] + index;
    if ($isUndefined(storage)) writeByte(this["@@buffer"]!, at, value | 0);
    else $typedSet("i8", storage!, at, value);
  }

  override ["@@fill"](value: number, from: $int, to: $int): void {
    const storage = this["@@storage"];
    const start = this["@@start"];
    if ($isUndefined(storage)) for (let i = from; i < to; i++) this["@@write"](i, value);
    else $typedFill("i8", storage!, value, start + from, start + to);
  }

  override ["@@copy"](at: $int, source: Int8Array, from: $int, count: $int): void {
    const storage = this["@@storage"];
    const given = source["@@storage"];
    if (!$isUndefined(storage) && !$isUndefined(given)) {
      $typedCopy("i8", storage!, this["@@start"] + at, given!, source["@@start"] + from, count);
    } else this["@@copyEach"](at, source, from, count);
  }

  override ["@@make"](length: $int): this {
    return new Int8Array(length) as this;
  }

  override ["@@view"](buffer: ArrayBuffer, offset: number, length: number): this {
    return new Int8Array(buffer, offset, length) as this;
  }
}
