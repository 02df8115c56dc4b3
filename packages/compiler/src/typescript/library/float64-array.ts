import type { ArrayBuffer } from "./array-buffer.ts";
import { doublesOf } from "./array-buffer.ts";
import { readDouble, writeDouble } from "./buffer-words.ts";
import { TypedArray } from "./typed-array.ts";

/** `Float64Array`. */
export class Float64Array extends TypedArray {
  declare ["@@storage"]: $typed | undefined;

  static get BYTES_PER_ELEMENT(): number {
    return 8;
  }

  override get BYTES_PER_ELEMENT(): number {
    return 8;
  }

  override get ["@@toStringTag"](): string {
    return "Float64Array";
  }

  override ["@@allocate"](length: $int): void {
    this["@@storage"] = $typedNew("f64", length);
  }

  override ["@@attach"](buffer: ArrayBuffer): void {
    this["@@storage"] = doublesOf(buffer);
  }

  override ["@@expose"](buffer: ArrayBuffer): void {
    buffer["@@f64"] = this["@@storage"];
  }

  /** @analyzedByReceiver */
  override ["@@read"](index: $int): number {
    const storage = this["@@storage"];
    const at = this["@@start"] + index;
    if ($isUndefined(storage)) return readDouble(this["@@buffer"]!, at);
    else return $typedGet("f64", storage!, at);
  }

  /** @analyzedByReceiver */
  override ["@@write"](index: $int, value: number): void {
    const storage = this["@@storage"];
    const at = this["@@start"] + index;
    if ($isUndefined(storage)) writeDouble(this["@@buffer"]!, at, value);
    else $typedSet("f64", storage!, at, value);
  }

  override ["@@fill"](value: number, from: $int, to: $int): void {
    const storage = this["@@storage"];
    const start = this["@@start"];
    if ($isUndefined(storage)) for (let i = from; i < to; i++) this["@@write"](i, value);
    else $typedFill("f64", storage!, value, start + from, start + to);
  }

  override ["@@copy"](at: $int, source: Float64Array, from: $int, count: $int): void {
    const storage = this["@@storage"];
    const given = source["@@storage"];
    if (!$isUndefined(storage) && !$isUndefined(given)) {
      $typedCopy("f64", storage!, this["@@start"] + at, given!, source["@@start"] + from, count);
    } else this["@@copyEach"](at, source, from, count);
  }

  override ["@@make"](length: $int): this {
    return new Float64Array(length) as this;
  }

  override ["@@view"](buffer: ArrayBuffer, offset: number, length: number): this {
    return new Float64Array(buffer, offset, length) as this;
  }
}
