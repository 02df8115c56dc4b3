import type { ArrayBuffer } from "./array-buffer.ts";
import { wordsOf } from "./array-buffer.ts";
import { readWord, writeWord } from "./buffer-words.ts";
import { bigintOfUnsigned, highWordOf, lowWordOf } from "./bigint-words.ts";
import { toBigint } from "./bigint.ts";
import { TypedArray } from "./typed-array.ts";

/** `BigUint64Array`. */
export class BigUint64Array extends TypedArray {
  declare ["@@storage"]: $typed | undefined;

  static get BYTES_PER_ELEMENT(): number {
    return 8;
  }

  override get BYTES_PER_ELEMENT(): number {
    return 8;
  }

  override get ["@@toStringTag"](): string {
    return "BigUint64Array";
  }

  override ["@@zero"](): number {
    return 0n as unknown as number;
  }

  override ["@@element"](value: unknown): number {
    return toBigint(value) as unknown as number;
  }

  override ["@@allocate"](length: $int): void {
    this["@@storage"] = $typedNew("i32", length * 2);
  }

  override ["@@attach"](buffer: ArrayBuffer): void {
    this["@@storage"] = wordsOf(buffer);
  }

  override ["@@expose"](buffer: ArrayBuffer): void {
    buffer["@@i32"] = this["@@storage"];
  }

  override ["@@read"](index: $int): number {
    const storage = this["@@storage"];
    const at = (this["@@start"] + index) * 2;
    return this["@@join"](storage, at) as unknown as number;
  }

  ["@@join"](storage: $typed | undefined, at: $int): bigint {
    const buffer = this["@@buffer"];
    if ($isUndefined(storage)) return bigintOfUnsigned(readWord(buffer!, at + 1), readWord(buffer!, at));
    else return bigintOfUnsigned($typedGet("i32", storage!, at + 1), $typedGet("i32", storage!, at));
  }

  override ["@@write"](index: $int, value: number): void {
    const storage = this["@@storage"];
    const at = (this["@@start"] + index) * 2;
    const low = lowWordOf(value as unknown as bigint);
    const high = highWordOf(value as unknown as bigint);
    if ($isUndefined(storage)) {
      const buffer = this["@@buffer"]!;
      writeWord(buffer, at, low);
      writeWord(buffer, at + 1, high);
    } else {
      $typedSet("i32", storage!, at, low);
      $typedSet("i32", storage!, at + 1, high);
    }
  }

  override ["@@fill"](value: number, from: $int, to: $int): void {
    for (let i = from; i < to; i++) this["@@write"](i, value);
  }

  override ["@@copy"](at: $int, source: BigUint64Array, from: $int, count: $int): void {
    const storage = this["@@storage"];
    const given = source["@@storage"];
    if (!$isUndefined(storage) && !$isUndefined(given)) {
      $typedCopy("i32", storage!, (this["@@start"] + at) * 2, given!, (source["@@start"] + from) * 2, count * 2);
    } else this["@@copyEach"](at, source, from, count);
  }

  override ["@@make"](length: $int): this {
    return new BigUint64Array(length) as this;
  }

  override ["@@view"](buffer: ArrayBuffer, offset: number, length: number): this {
    return new BigUint64Array(buffer, offset, length) as this;
  }
}
