import type { BorderSlot } from "@rune/schema";
import type { BorderCodec } from "./border-codec.ts";
import type { Border } from "./border.ts";

/** A value of JavaScript, as a place in the module holds it. */
export type Encoder = (value: unknown) => unknown;
/** What a place in the module holds, as a value of JavaScript. */
export type Decoder = (held: unknown) => unknown;

/** How values of a type are put into a place. */
export function createEncoder(border: Border, codec: BorderCodec, slot: BorderSlot): Encoder {
  const toGuest = codec.toGuest.bind(codec);
  switch (slot) {
    case "undefined":
      return (value) => {
        const given = toGuest(value);
        return given === undefined ? null : given;
      };
    case "any":
      return createAnyEncoder(border, toGuest);
    default:
      return toGuest;
  }
}

/** How values that may be of any sort are put into a place. */
export function createAnyEncoder(border: Border, toGuest: Encoder): Encoder {
  const { any } = border.description;
  const yes = border.constant(any.true);
  const no = border.constant(any.false);
  const nothing = border.constant(any.null);
  const box = border.call(any.box ?? "");
  return (value) => {
    const given = toGuest(value);
    if (typeof given === "number") {
      // What fits into 31 bits the engine takes unboxed.
      return (given << 1) >> 1 === given && (given !== 0 || 1 / given > 0) ? given : box(given);
    }
    if (given === undefined) return null;
    if (given === null) return nothing;
    if (given === true) return yes;
    return given === false ? no : given;
  };
}

/** How values of a type are taken from a place. */
export function createDecoder(border: Border, codec: BorderCodec, slot: BorderSlot): Decoder {
  switch (slot) {
    case "number":
      return (held) => held;
    case "boolean":
      return (held) => held === 1;
    case "any":
      return anyDecoder(border, codec);
    default: {
      const absent = slot === "null" ? null : undefined;
      return (held) => {
        if (held === null) return absent;
        return typeof held === "object" ? codec.toHost(held) : held;
      };
    }
  }
}

function anyDecoder(border: Border, codec: BorderCodec): Decoder {
  const { any } = border.description;
  const yes = border.constant(any.true);
  const no = border.constant(any.false);
  const nothing = border.constant(any.null);
  return (held) => {
    if (held === null) return undefined;
    if (typeof held !== "object") return held;
    if (held === yes) return true;
    if (held === no) return false;
    return held === nothing ? null : codec.toHost(held);
  };
}
