import { Dictionary } from "./dictionary.ts";

const names = new Dictionary<unknown>();

/** `globalThis` as a value: what is looked up in it by a name that the compiler does not know is not there. */
export function globalObject(): Dictionary<unknown> {
  return names;
}
