/** Bytes that are no module, or one of a kind that this reader does not know. */
export class WasmFormatError extends Error {
  override readonly name: string = "WasmFormatError";
  /** Offset of the byte that is wrong. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(`${message} at byte ${offset}`);
    this.offset = offset;
  }
}

/** Reads the number formats of WebAssembly's binaries. */
export class ByteReader {
  readonly bytes: Uint8Array;
  offset: number;
  /** Nothing is read from here on. */
  end: number;

  constructor(bytes: Uint8Array, offset = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = end;
  }

  /** One byte. */
  byte(): number {
    if (this.offset >= this.end) throw new WasmFormatError("the module ends too early", this.offset);
    return this.bytes[this.offset++]!;
  }

  /** Unsigned LEB128 of 32 bits. */
  u32(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      if (shift === 28 && byte > 0x0f) throw new WasmFormatError("a number is too long", this.offset - 1);
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  /** Signed LEB128 of up to 33 bits, as constants, block types and heap types are written. */
  s33(): number {
    let value = 0;
    let factor = 1;
    for (let count = 0; count < 5; count++) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      factor *= 128;
      if (byte < 0x80) return byte & 0x40 ? value - factor : value;
    }
    throw new WasmFormatError("a number is too long", this.offset - 1);
  }

  /** Passes over an LEB128 number of 64 bits. */
  skip64(): void {
    for (let count = 0; count < 10; count++) if (this.byte() < 0x80) return;
    throw new WasmFormatError("a number is too long", this.offset - 1);
  }

  /** Passes over bytes. */
  skip(count: number): void {
    if (count > this.end - this.offset) throw new WasmFormatError("the module ends too early", this.offset);
    this.offset += count;
  }

  /** A text in UTF-8 after its length; what is no UTF-8 becomes replacement characters. */
  text(): string {
    const length = this.u32();
    const start = this.offset;
    this.skip(length);
    return new TextDecoder().decode(this.bytes.subarray(start, start + length));
  }

  /** How many items follow. Each takes a byte at least, so that a module cannot claim more than it has. */
  count(): number {
    const count = this.u32();
    if (count > this.end - this.offset) throw new WasmFormatError("the module ends too early", this.offset);
    return count;
  }
}
