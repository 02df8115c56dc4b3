import type { Charge } from "../fuel/charge.ts";
import { text } from "./checks.ts";
import { clockNow } from "./clock.ts";
import { readLocales, readOptions } from "./locale.ts";

/** Formats that are kept. An app has a few; one that makes up others all the time keeps no more. */
const KEPT = 32;
/** Longest names of formats that are kept, in characters. */
const LONGEST = 1000;

/** What formats are made for. */
export interface FormatUse {
  /** The function that asks for them. */
  name: string;
  /** What making one costs; to use one is paid for where it is used. */
  ticks: number;
  /** Takes what is to be paid, where something is. */
  charge: Charge | undefined;
}

/** Makes formats, and keeps the last ones: to make one takes an engine ten to fifty times as long as to use it. */
export function keepFormats<Format, Options extends object>(
  { name, ticks, charge }: FormatUse,
  make: (locales: string[] | undefined, options: Options | undefined) => Format,
): (locales: unknown, options: unknown) => Format {
  const kept = new Map<string, Format>();
  return (locales, options) => {
    // Where the guest leaves them open, the time zone and the language may become others.
    const key = `${clockNow()}\0${text(name, locales)}\0${text(name, options)}`;
    const known = kept.get(key);
    if (known) return known;
    charge?.(ticks);
    const made = make(readLocales(name, locales), readOptions<Options>(name, options));
    if (key.length > LONGEST) return made;
    if (kept.size === KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(key, made);
    return made;
  };
}
