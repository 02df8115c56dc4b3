import { TypeError } from "./error.ts";
import { typeOf } from "./text.ts";

/** Complains that a callback is none, as V8 words it. */
export function throwNotFunction(value: unknown): never {
  throw new TypeError(`${describeCallee(value)} is not a function`);
}

/** Numbers, texts and the like with their value, everything else by its type only. */
function describeCallee(value: unknown): string {
  if ($isUndefined(value)) return "undefined";
  else if ($isNull(value)) return "object null";
  else if ($isString(value)) return `string "${$asString(value)}"`;
  else if ($isNumber(value)) return `number ${$asNumber(value)}`;
  else if ($isBoolean(value)) return `boolean ${$asBoolean(value)}`;
  else return typeOf(value);
}
