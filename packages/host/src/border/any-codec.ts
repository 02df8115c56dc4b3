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
  let members: Members | undefined;
  const codecOf = (value: object): BorderCodec | undefined => {
    members ??= membersOf(border, type.members ?? []);
    if (typeof value === "function") return members.function;
    if (Array.isArray(value)) return members.array;
    return isPlain(value) ? members.dictionary : members.library.find((codec) => codec.accepts(value));
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
      const codec = codecOf(value);
      return codec ? codec.toGuest(value) : value;
    },
    toHost: read,
    see: read,
  };
}

/** How values of each sort are converted. */
interface Members {
  array: BorderCodec | undefined;
  dictionary: BorderCodec | undefined;
  function: BorderCodec | undefined;
  library: BorderCodec[];
}

function membersOf(border: Border, indices: readonly number[]): Members {
  const find = (type: string): BorderCodec | undefined => {
    const index = indices.find((each) => border.type(each).type === type);
    return index === undefined ? undefined : border.codec(index);
  };
  const library = indices.filter((each) => border.type(each).type === "library").map((each) => border.codec(each));
  return { array: find("array"), dictionary: find("dictionary"), function: find("function"), library };
}

/** An object literal's, of any realm; `Math` and the like, which have a name of their own, are not. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null) return true;
  const isRoot = Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf");
  return isRoot && !(Symbol.toStringTag in value);
}
