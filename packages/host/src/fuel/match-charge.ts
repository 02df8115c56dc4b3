import type { ByteReader, FuelLayout } from "@rune/schema/fuel";
import { chargeCode, opcode } from "@rune/schema/fuel";

/** Reads the canonical payment, if it stands here: the ticks, else `undefined` and nothing is read. */
export type ReadCharge = (reader: ByteReader) => number | undefined;

/** A reader of one module's payments. */
export function createChargeReader(layout: FuelLayout): ReadCharge {
  // With one byte for the ticks, both times, the parts around them are known.
  const code = chargeCode(layout, 0);
  const first = code.indexOf(opcode.i32Const) + 1;
  const second = code.lastIndexOf(opcode.i32Const) + 1;
  const parts = [code.slice(0, first), code.slice(first + 1, second), code.slice(second + 1)] as const;
  return (reader) => {
    const start = reader.offset;
    if (matches(reader, parts[0])) {
      const ticks = reader.s33();
      if (matches(reader, parts[1]) && reader.s33() === ticks && matches(reader, parts[2]) && ticks > 0) return ticks;
    }
    reader.offset = start;
    return undefined;
  };
}

function matches(reader: ByteReader, part: readonly number[]): boolean {
  if (part.length > reader.end - reader.offset) return false;
  for (let index = 0; index < part.length; index++) {
    if (reader.bytes[reader.offset + index] !== part[index]) return false;
  }
  reader.offset += part.length;
  return true;
}
