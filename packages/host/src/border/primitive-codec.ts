import type { BorderCodec } from "./border-codec.ts";
import type { Border } from "./border.ts";
import { Mismatch } from "./mismatch.ts";

type Primitive = "undefined" | "null" | "boolean" | "number" | "string" | "bigint" | "symbol";

const NAMES: Readonly<Record<Primitive, string>> = {
  undefined: "undefined",
  null: "null",
  boolean: "a boolean",
  number: "a number",
  string: "a string",
  bigint: "a bigint",
  symbol: "a symbol",
};

/** Values that are the same on both sides. */
export function createPrimitiveCodec(border: Border, type: Primitive): BorderCodec {
  const name = NAMES[type];
  const accepts: (value: unknown) => boolean =
    type === "null" ? (value) => value === null : (value) => typeof value === type;
  // The only object that a place for primitives holds is a boxed number.
  const unbox = (reference: object): unknown => border.call(border.description.any.unbox ?? "")(reference);
  return {
    name,
    simple: true,
    accepts,
    toGuest(value) {
      if (accepts(value)) return value;
      throw new Mismatch(name, value);
    },
    toHost: unbox,
    see: unbox,
  };
}
