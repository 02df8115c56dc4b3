import type { BorderTypeDescription } from "@rune/schema";
import type { Pair } from "../border-codec.ts";
import { PairCodec } from "../pair-codec.ts";

type LibraryType = Extract<BorderTypeDescription, { type: "library" }>;

/** Buffers: both sides have their own, with the same bytes. */
export class ArrayBufferCodec extends PairCodec {
  readonly name = "an ArrayBuffer";

  accepts(value: unknown): boolean {
    return value instanceof ArrayBuffer;
  }

  make(value: object): object {
    const { byteLength } = value as ArrayBuffer;
    const reference = this.border.raw(this.type, "make")(byteLength) as object;
    this.push(this.linkMade(value, reference, new Uint8Array(byteLength)));
    return reference;
  }

  view(reference: object): object {
    const { length } = this.#bytes(reference);
    this.border.charge?.(length * 2);
    const value = new ArrayBuffer(length);
    this.pull(this.border.pairs.show(value, reference, this, new Uint8Array(length)));
    return value;
  }

  override push({ value, reference, snapshot }: Pair): void {
    const { set } = this.#bytes(reference);
    const known = snapshot as Uint8Array;
    new Uint8Array(value as ArrayBuffer).forEach((byte, index) => {
      if (byte === known[index]) return;
      set(index, byte);
      known[index] = byte;
    });
  }

  override pull({ value, reference, snapshot }: Pair): void {
    const { get } = this.#bytes(reference);
    const known = snapshot as Uint8Array;
    const bytes = new Uint8Array(value as ArrayBuffer);
    for (let index = 0; index < bytes.length; index++) {
      const byte = get(index);
      if (byte === known[index]) continue;
      known[index] = byte;
      bytes[index] = byte;
    }
  }

  /** The bytes of a buffer of the module. */
  #bytes(reference: object): Bytes {
    const { border, type } = this;
    const { bytes = -1 } = border.type(type) as LibraryType;
    const view = border.raw(type, "bytes")(reference);
    const decode = border.decoder(border.operation(bytes, "get")!.result);
    return {
      length: border.raw(bytes, "length")(view) as number,
      get: (index) => decode(border.raw(bytes, "get")(view, index)) as number,
      set: (index, byte) => void border.raw(bytes, "set")(view, index, byte),
    };
  }
}

interface Bytes {
  length: number;
  get(index: number): number;
  set(index: number, byte: number): void;
}
