import type { ArrayBuffer } from "./array-buffer.ts";
import { wordsOf } from "./array-buffer.ts";
import { readWord, writeWord } from "./buffer-words.ts";
import { IntegerArray } from "./integer-array.ts";

/** `Uint32Array`. */
export class Uint32Array extends IntegerArray {
  declare ["@@storage"]: $typed | undefined;

  static get BYTES_PER_ELEMENT(): number {
    return 4;
  }

  override get BYTES_PER_ELEMENT(): number {
    return 4;
  }

  override get ["@@toStringTag"](): string {
    return "Uint32Array";
  }

  override ["@@allocate"](length: $int): void {
    this["@@storage"] = $typedNew("u32", (length + 1) & -2);
  }

  override ["@@attach"](buffer: ArrayBuffer): void {
    this["@@storage"] = wordsOf(buffer);
  }

  override ["@@expose"](buffer: ArrayBuffer): void {
    buffer["@@i32"] = this["@@storage"];
  }

  /** @analyzedByReceiver */
  override ["@@read"](index: $int): number {
    const storage = this["@@storage"];
    const at = this["@@start"] + index;
    if ($isUndefined(storage)) return readWord(this["@@buffer"]!, at) >>> 0;
    else return $typedGet("u32", storage!, at);
  }

  override ["@@write"](index: $int, value: number): void {
    const storage = this["@@storage"];
    const at = this["@@start"] + index;
    if ($isUndefined(storage)) writeWord(this["@@buffer"]!, at, value | 0);
    else $typedSet("u32", storage!, at, value);
  }

  override ["@@fill"](value: number, from: $int, to: $int): void {
    const storage = this["@@storage"];
    const start = this["@@start"];
    if ($isUndefined(storage)) for (let i = from; i < to; i++) this["@@write"](i, value);
    else $typedFill("u32", storage!, value, start + from, start + to);
  }

  override ["@@copy"](at: $int, source: Uint32Array, from: $int, count: $int): void {
    const storage = this["@@storage"];
    const given = source["@@storage"];
    if (!$isUndefined(storage) && !$isUndefined(given)) {
      $typedCopy("u32", storage!, this["@@start"] + at, given!, source["@@start"] + from, count);
    } else this["@@copyEach"](at, source, from, count);
  }

  override ["@@make"](length: $int): this {
    return new Uint32Array(length) as this;
  }

  override ["@@view"](buffer: ArrayBuffer, offset: number, length: number): this {
    return new Uint32Array(buffer, offset, length) as this;
  }
}
