import type { Mismatch } from "./mismatch.ts";
import { describe } from "./mismatch.ts";

/** An argument, or what a callback gave back, that is not of the type that was declared. */
export function valueInvalid(place: string, mismatch: Mismatch): TypeError {
  const inside = mismatch.path.length > 0 ? ` (at ${mismatch.path.join("")})` : "";
  return new TypeError(`${place} must be ${mismatch.expected}, not ${describe(mismatch.value)}${inside}`);
}

/** A class was called without `new`. */
export function newMissing(name: string): TypeError {
  return new TypeError(`Class constructor ${name} cannot be invoked without 'new'`);
}

/** A class that cannot be constructed from outside was. */
export function notConstructible(name: string): TypeError {
  return new TypeError(`${name} cannot be constructed from outside`);
}

/** A method or accessor was used on something that is no instance of its class. */
export function receiverInvalid(name: string): TypeError {
  return new TypeError(`${name} was called on no instance of its class`);
}
