import type { Border } from "./border.ts";
import type { FunctionCodec } from "./function-codec.ts";
import { within } from "./mismatch.ts";
import type { Encoder } from "./slots.ts";

/** Encodes the value of a property of an object. */
export type PropertyEncoder = (value: unknown, object: object, name: string) => unknown;

/** How properties of a type are encoded: functions are methods of their object. */
export function createPropertyEncoder(border: Border, type: number, encode: Encoder): PropertyEncoder {
  const functions = functionCodecOf(border, type);
  return (value, object, name) => {
    try {
      return typeof value === "function" && functions ? functions.makeMethod(value, object) : encode(value);
    } catch (error) {
      throw within(error, `.${name}`);
    }
  };
}

function functionCodecOf(border: Border, index: number): FunctionCodec | undefined {
  const type = border.type(index);
  if (type.type === "function") return border.codec(index) as FunctionCodec;
  if (type.type !== "union" && type.type !== "any") return undefined;
  for (const member of type.members ?? []) {
    const found = functionCodecOf(border, member);
    if (found) return found;
  }
  return undefined;
}
