import { Dictionary } from "./dictionary.ts";
import { TypeError } from "./error.ts";
import { Object } from "./object.ts";

/** What stands for the prototype of a class: there is one for each, which holds nothing. */
export interface Prototype {
  readonly constructor: unknown;
}

const prototypes: Prototype[] = [];

/** The class of what no class of the program has made. */
const FOREIGN = "foreign";

/** `X.prototype`. */
export function prototypeOf(owner: unknown): Prototype {
  for (let i = 0; i < prototypes.length; i++) {
    const known = $arrayGet(prototypes, i);
    if (known.constructor === owner) return known;
  }
  const made: Prototype = { constructor: owner };
  $arrayPush(prototypes, made);
  return made;
}

/** `Object.getPrototypeOf(value)`. */
export function getPrototypeOf(value: unknown): unknown {
  if ($isUndefined(value)) throwNothing();
  else if ($isNull(value)) throwNothing();
  if ($isHost(value)) return prototypeOf(FOREIGN);
  if (isPrototype(value)) {
    return (value as Prototype).constructor === Object ? null : prototypeOf(Object);
  }
  // An entry may have the name `constructor`.
  if ($isInstance(value, Dictionary)) return prototypeOf(Object);
  else return prototypeOf((value as Prototype).constructor);
}

/** Whether a value is `Object.prototype`. */
export function isObjectPrototype(value: unknown): boolean {
  for (let i = 0; i < prototypes.length; i++) {
    const known = $arrayGet(prototypes, i);
    if (known === value) return known.constructor === Object;
  }
  return false;
}

/** Whether a value is the prototype of a class. */
export function isPrototype(value: unknown): boolean {
  for (let i = 0; i < prototypes.length; i++) if ($arrayGet(prototypes, i) === value) return true;
  return false;
}

function throwNothing(): never {
  throw new TypeError("Cannot convert undefined or null to object");
}
