const encoder = new TextEncoder();

/** Whether each character of a text is one byte in UTF-8. */
function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

/** Bytes that grow, with the number formats of WebAssembly. */
export class ByteBuffer {
  length = 0;
  #bytes: Uint8Array;
  #view: DataView;

  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Forgets what was written and keeps the space. */
  clear(): void {
    this.length = 0;
  }

  /** A copy of what was written. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  /** The lower eight bits. */
  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  /** Unsigned LEB128 of 32 bits. */
  u32(value: number): void {
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** Signed LEB128 of 32 bits. */
  s32(value: number): void {
    let rest = value | 0;
    while (rest < -64 || rest > 63) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    this.byte(rest & 0x7f);
  }

  /** Signed LEB128 of 64 bits. */
  s64(value: bigint): void {
    let rest = BigInt.asIntN(64, value);
    while (rest < -0x8000_0000n || rest > 0x7fff_ffffn) {
      this.byte(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    this.s32(Number(rest));
  }

  /** Four bytes, least significant first. */
  fixed32(bits: number): void {
    this.#reserve(4);
    this.#view.setUint32(this.length, bits, true);
    this.length += 4;
  }

  /** Eight bytes, least significant first. */
  fixed64(bits: bigint): void {
    this.#reserve(8);
    this.#view.setBigUint64(this.length, bits, true);
    this.length += 8;
  }

  /** A float of 32 bits. Engines may keep any NaN, so NaN is written by its bits. */
  f32(value: number): void {
    if (Number.isNaN(value)) return this.fixed32(0x7fc0_0000);
    this.#reserve(4);
    this.#view.setFloat32(this.length, value, true);
    this.length += 4;
  }

  /** A float of 64 bits. */
  f64(value: number): void {
    if (Number.isNaN(value)) return this.fixed64(0x7ff8_0000_0000_0000n);
    this.#reserve(8);
    this.#view.setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** Bytes as they are. */
  bytes(values: Uint8Array): void {
    this.#reserve(values.length);
    this.#bytes.set(values, this.length);
    this.length += values.length;
  }

  /** What another buffer holds. */
  append(other: ByteBuffer): void {
    this.bytes(other.#bytes.subarray(0, other.length));
  }

  /**
   * A text in UTF-8 after its length.
   *
   * @throws {RangeError} for a lone surrogate, which UTF-8 cannot express
   */
  name(text: string): void {
    if (isAscii(text)) {
      this.u32(text.length);
      this.#reserve(text.length);
      for (let index = 0; index < text.length; index++) this.#bytes[this.length++] = text.charCodeAt(index);
      return;
    }
    if (/\p{Surrogate}/u.test(text)) {
      throw new RangeError(`A name in WASM cannot hold a lone surrogate: ${JSON.stringify(text)}`);
    }
    const bytes = encoder.encode(text);
    this.u32(bytes.length);
    this.bytes(bytes);
  }

  #reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
