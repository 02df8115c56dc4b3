import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteBuffer } from "../../src/wasm/byte-buffer.ts";

/** LEB128 as its definition says, with numbers of any size. */
function decodeLeb(bytes: Uint8Array, signed: boolean): bigint {
  let value = 0n;
  let shift = 0n;
  for (const [index, byte] of bytes.entries()) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    expect(byte >= 0x80, "all bytes but the last have the upper bit").toBe(index < bytes.length - 1);
  }
  return signed ? BigInt.asIntN(Number(shift), value) : value;
}

function written(write: (out: ByteBuffer) => void, capacity?: number): Uint8Array {
  const out = new ByteBuffer(capacity);
  write(out);
  return out.toBytes();
}

describe("LEB128", () => {
  it("writes unsigned numbers of 32 bits", () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(300), fc.nat(0xffff_ffff)), (value) => {
        expect(
          decodeLeb(
            written((out) => out.u32(value)),
            false,
          ),
        ).toBe(BigInt(value));
      }),
    );
    expect([...written((out) => out.u32(624_485))]).toEqual([0xe5, 0x8e, 0x26]);
    expect([...written((out) => out.u32(0xffff_ffff))]).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f]);
  });

  it("writes signed numbers of 32 bits", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer()), (value) => {
        expect(
          decodeLeb(
            written((out) => out.s32(value)),
            true,
          ),
        ).toBe(BigInt(value));
      }),
    );
    expect([...written((out) => out.s32(-123_456))]).toEqual([0xc0, 0xbb, 0x78]);
    expect([...written((out) => out.s32(0xffff_ffff))], "unsigned").toEqual([0x7f]);
  });

  it("writes signed numbers of 64 bits, in as few bytes as they need", () => {
    const any = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    const small = fc.bigInt({ min: -(2n ** 33n), max: 2n ** 33n });
    fc.assert(
      fc.property(fc.oneof(any, small), (value) => {
        const bytes = written((out) => out.s64(value));
        expect(decodeLeb(bytes, true)).toBe(value);
        const shorter = BigInt.asIntN(7 * (bytes.length - 1), value);
        expect(bytes.length === 1 || shorter !== value).toBe(true);
      }),
    );
    expect([...written((out) => out.s64(2n ** 64n - 1n))], "unsigned").toEqual([0x7f]);
  });
});

describe("floats", () => {
  it("writes one NaN, and tells zeros apart", () => {
    expect([...written((out) => out.f64(Number.NaN))]).toEqual([0, 0, 0, 0, 0, 0, 0xf8, 0x7f]);
    expect([...written((out) => out.f32(Number.NaN))]).toEqual([0, 0, 0xc0, 0x7f]);
    expect([...written((out) => out.f64(-0))]).toEqual([0, 0, 0, 0, 0, 0, 0, 0x80]);
  });
});

describe("growth", () => {
  it("keeps what was written", () => {
    const bytes = Uint8Array.from({ length: 50 }, (_, index) => index);
    const out = new ByteBuffer(1);
    for (const byte of bytes) out.byte(byte);
    out.bytes(bytes);
    out.fixed32(1);
    expect([...out.toBytes()]).toEqual([...bytes, ...bytes, 1, 0, 0, 0]);
  });
});

describe("names", () => {
  it("are UTF-8 after their length", () => {
    expect([...written((out) => out.name("ä😀"))]).toEqual([6, 0xc3, 0xa4, 0xf0, 0x9f, 0x98, 0x80]);
  });

  it("refuse what UTF-8 cannot express", () => {
    expect(() => written((out) => out.name("a\ud800"))).toThrow("lone surrogate");
  });
});
