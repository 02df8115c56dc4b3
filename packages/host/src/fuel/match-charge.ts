import type { ByteReader, FuelLayout } from "@rune/schema/fuel";
import { chargeParts } from "@rune/schema/fuel";

/** Reads the canonical payment, if it stands here: the ticks, else `undefined` and nothing is read. */
export type ReadCharge = (reader: ByteReader) => number | undefined;

/** A reader of one module's payments. */
export function createChargeReader(layout: FuelLayout): ReadCharge {
  const [first = [], ...others] = chargeParts(layout);
  return (reader) => {
    const start = reader.offset;
    if (matches(reader, first)) {
      const { offset } = reader;
      const ticks = reader.s33();
      reader.offset = offset;
      if (ticks > 0 && others.every((part) => reader.s33() === ticks && matches(reader, part))) return ticks;
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
