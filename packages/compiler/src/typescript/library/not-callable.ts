import { TypeError } from "./error.ts";
import { describeValue } from "./text.ts";

/** Complains that a callback is none, as V8 words it. */
export function throwNotFunction(value: unknown): never {
  throw new TypeError(`${describeValue(value)} is not a function`);
}
