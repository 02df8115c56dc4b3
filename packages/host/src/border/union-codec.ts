import type { BorderCodec } from "./border-codec.ts";
import type { Border } from "./border.ts";
import { holds } from "./holds.ts";
import { Mismatch } from "./mismatch.ts";
import { RecordCodec } from "./object-codec.ts";
import { PairCodec } from "./pair-codec.ts";
import { createReader } from "./reader.ts";

/** Values of several types: what comes in is taken as the first that fits, inside too if possible; members that take anything come last. */
export function createUnionCodec(border: Border, index: number, members: readonly number[]): BorderCodec {
  const takesAnything = (member: number): boolean => ["any", "opaque"].includes(border.type(member).type);
  const inOrder = [...members.filter((member) => !takesAnything(member)), ...members.filter(takesAnything)];
  const codecs = inOrder.map((member) => border.codec(member));
  const read = createReader(border, index);
  const find = (value: unknown): BorderCodec | undefined => {
    // What the module knows already stays what it is.
    const known = codecs.find((codec) => codec instanceof PairCodec && codec.find(value));
    if (known) return known;
    const [first, ...others] = codecs.filter((codec) => codec.accepts(value));
    if (others.length === 0) return first;
    return [first!, ...others].find((codec) => holds(codec, value)) ?? first;
  };
  return {
    name: either(codecs.map((codec) => codec.name)),
    simple: codecs.every((codec) => codec.simple),
    accepts: (value) => find(value) !== undefined,
    holds: (value) => codecs.some((codec) => holds(codec, value)),
    toGuest(value) {
      const codec = find(value);
      if (!codec) {
        throw new Mismatch(
          either(codecs.map((each) => (each instanceof RecordCodec ? each.nameFor(value) : each.name))),
          value,
        );
      }
      return codec.toGuest(value);
    },
    toHost: read,
    see: read,
  };
}

/** Several names in words, each once. */
function either(names: readonly string[]): string {
  return [...new Set(names.join(" or ").split(" or "))].join(" or ");
}
