import { ArrayBuffer, bytesOf, toLength } from "./array-buffer.ts";
import { bigintOf, bigintOfUnsigned, highWordOf, lowWordOf } from "./bigint-words.ts";
import { toBigint } from "./bigint.ts";
import { readByte, writeByte } from "./buffer-words.ts";
import { RangeError, TypeError } from "./error.ts";
import { toNumber } from "./text.ts";

/** `DataView`. */
export class DataView {
  readonly #buffer: ArrayBuffer;
  readonly #start: $int;
  readonly #length: $int;

  constructor(buffer: ArrayBuffer, offset?: unknown, length?: unknown) {
    if (!$isInstance(buffer, ArrayBuffer)) {
      throw new TypeError("First argument to DataView constructor must be an ArrayBuffer");
    }
    const all = buffer.byteLength;
    const start = $isUndefined(offset) ? 0 : toLength(offset);
    if (start < 0 || start > all) throw new RangeError(`Start offset ${start} is outside the bounds of the buffer`);
    const count = $isUndefined(length) ? all - start : toLength(length);
    if (count < 0 || start + count > all) throw new RangeError(`Invalid DataView length ${count}`);
    this.#buffer = buffer;
    this.#start = start | 0;
    this.#length = count | 0;
    bytesOf(buffer);
  }

  static ["@@call"](): never {
    throw new TypeError("Constructor DataView requires 'new'");
  }

  get buffer(): ArrayBuffer {
    return this.#buffer;
  }

  get byteLength(): number {
    return this.#length;
  }

  get byteOffset(): number {
    return this.#start;
  }

  get ["@@toStringTag"](): string {
    return "DataView";
  }

  /** The byte in the buffer at which so many bytes start. */
  #at(offset: unknown, count: $int): $int {
    const at = toLength(offset);
    if (at < 0) throw new RangeError(`Offset is outside the bounds of the DataView`);
    if (at + count > this.#length) throw new RangeError("Offset is outside the bounds of the DataView");
    return this.#start + (at | 0);
  }

  #half(at: $int, little: unknown): $int {
    const first = readByte(this.#buffer, at);
    const second = readByte(this.#buffer, at + 1);
    return little ? first | (second << 8) : (first << 8) | second;
  }

  #word(at: $int, little: unknown): $int {
    const first = this.#half(at, little);
    const second = this.#half(at + 2, little);
    return little ? first | (second << 16) : (first << 16) | second;
  }

  #setHalf(at: $int, value: $int, little: unknown): void {
    writeByte(this.#buffer, little ? at : at + 1, value);
    writeByte(this.#buffer, little ? at + 1 : at, value >> 8);
  }

  #setWord(at: $int, value: $int, little: unknown): void {
    this.#setHalf(little ? at : at + 2, value, little);
    this.#setHalf(little ? at + 2 : at, value >> 16, little);
  }

  #setWords(at: $int, high: $int, low: $int, little: unknown): void {
    this.#setWord(little ? at : at + 4, low, little);
    this.#setWord(little ? at + 4 : at, high, little);
  }

  getBigInt64(offset: number, little?: boolean): bigint {
    const at = this.#at(offset, 8);
    return bigintOf(this.#word(little ? at + 4 : at, little), this.#word(little ? at : at + 4, little));
  }

  getBigUint64(offset: number, little?: boolean): bigint {
    const at = this.#at(offset, 8);
    return bigintOfUnsigned(this.#word(little ? at + 4 : at, little), this.#word(little ? at : at + 4, little));
  }

  getFloat32(offset: number, little?: boolean): number {
    return $fromFloatBits(this.#word(this.#at(offset, 4), little));
  }

  getFloat64(offset: number, little?: boolean): number {
    const at = this.#at(offset, 8);
    return $fromWords(this.#word(little ? at + 4 : at, little), this.#word(little ? at : at + 4, little));
  }

  getInt8(offset: number): number {
    return (readByte(this.#buffer, this.#at(offset, 1)) << 24) >> 24;
  }

  getInt16(offset: number, little?: boolean): number {
    return (this.#half(this.#at(offset, 2), little) << 16) >> 16;
  }

  getInt32(offset: number, little?: boolean): number {
    return this.#word(this.#at(offset, 4), little);
  }

  getUint8(offset: number): number {
    return readByte(this.#buffer, this.#at(offset, 1));
  }

  getUint16(offset: number, little?: boolean): number {
    return this.#half(this.#at(offset, 2), little);
  }

  getUint32(offset: number, little?: boolean): number {
    return this.#word(this.#at(offset, 4), little) >>> 0;
  }

  setBigInt64(offset: number, value: bigint, little?: boolean): void {
    const given = toBigint(value);
    this.#setWords(this.#at(offset, 8), highWordOf(given), lowWordOf(given), little);
  }

  setBigUint64(offset: number, value: bigint, little?: boolean): void {
    this.setBigInt64(offset, value, little);
  }

  setFloat32(offset: number, value: number, little?: boolean): void {
    const given = toNumber(value);
    this.#setWord(this.#at(offset, 4), $floatBits(given), little);
  }

  setFloat64(offset: number, value: number, little?: boolean): void {
    const given = toNumber(value);
    this.#setWords(this.#at(offset, 8), $highWord(given), $lowWord(given), little);
  }

  setInt8(offset: number, value: number): void {
    const given = toNumber(value) | 0;
    writeByte(this.#buffer, this.#at(offset, 1), given);
  }

  setInt16(offset: number, value: number, little?: boolean): void {
    const given = toNumber(value) | 0;
    this.#setHalf(this.#at(offset, 2), given, little);
  }

  setInt32(offset: number, value: number, little?: boolean): void {
    const given = toNumber(value) | 0;
    this.#setWord(this.#at(offset, 4), given, little);
  }

  setUint8(offset: number, value: number): void {
    this.setInt8(offset, value);
  }

  setUint16(offset: number, value: number, little?: boolean): void {
    this.setInt16(offset, value, little);
  }

  setUint32(offset: number, value: number, little?: boolean): void {
    this.setInt32(offset, value, little);
  }
}
