import type { BorderCodec } from "./border-codec.ts";
import type { Border } from "./border.ts";
import { Mismatch } from "./mismatch.ts";
import { PairCodec } from "./pair-codec.ts";
import { createReader } from "./reader.ts";

/** Values of several types: what comes in is taken as the first that fits. */
export function createUnionCodec(border: Border, index: number, members: readonly number[]): BorderCodec {
  const codecs = members.map((member) => border.codec(member));
  const name = codecs.map((codec) => codec.name).join(" or ");
  const read = createReader(border, index);
  const find = (value: unknown): BorderCodec | undefined => {
    // What the module knows already stays what it is.
    const known = codecs.find((codec) => codec instanceof PairCodec && codec.find(value));
    return known ?? codecs.find((codec) => codec.accepts(value));
  };
  return {
    name: [...new Set(name.split(" or "))].join(" or "),
    simple: codecs.every((codec) => codec.simple),
    accepts: (value) => find(value) !== undefined,
    toGuest(value) {
      const codec = find(value);
      if (!codec) throw new Mismatch(this.name, value);
      return codec.toGuest(value);
    },
    toHost: read,
    see: read,
  };
}
