import type { BorderTypeDescription } from "@rune/schema";
import type { BorderCodec, Pair } from "./border-codec.ts";
import type { Border } from "./border.ts";
import { createReader } from "./reader.ts";

type AnyType = Extract<BorderTypeDescription, { type: "any" }>;

/** Values of unknown types: plain objects, arrays and functions are converted, objects of the module are what they are, others are opaque. */
export function createAnyCodec(border: Border, index: number, type: AnyType & { accepts?: number[] }): BorderCodec {
  const read = createReader(border, index);
  const accepted = new Set(type.accepts);
  const find = (value: object): Pair | undefined => {
    let pair = border.pairs.ofValue(value);
    while (pair && !accepted.has(pair.codec.type)) pair = pair.next;
    return pair;
  };
  const typeOf = (value: object): number | undefined => {
    if (typeof value === "function") return type.function;
    if (Array.isArray(value)) return type.array;
    return isPlain(value) ? type.dictionary : undefined;
  };
  return {
    name: "anything",
    simple: false,
    accepts: () => true,
    toGuest(value) {
      if ((typeof value !== "object" && typeof value !== "function") || value === null) return value;
      const known = find(value);
      if (known) {
        border.pairs.push(known);
        return known.reference;
      }
      const converted = typeOf(value);
      return converted === undefined ? value : border.codec(converted).toGuest(value);
    },
    toHost: read,
    see: read,
  };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
