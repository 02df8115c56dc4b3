import type { Charge } from "../fuel/charge.ts";
import { text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import type { FormatUse } from "./formats.ts";
import { keepFormats } from "./formats.ts";
import { uncurry } from "./uncurry.ts";

const { ListFormat, PluralRules, RelativeTimeFormat } = Intl;
const select = uncurry<Intl.PluralRules, [value: number], string>(PluralRules.prototype.select);
const formatTime = uncurry<Intl.RelativeTimeFormat, [value: number, unit: Intl.RelativeTimeFormatUnit], string>(
  RelativeTimeFormat.prototype.format,
);
const formatList = uncurry<Intl.ListFormat, [items: string[]], string>(
  ListFormat.prototype.format as (items: Iterable<string>) => string,
);
const indexOf = uncurry<string, [search: string, from: number], number>(String.prototype.indexOf);
const slice = uncurry<string, [start: number, end: number], string>(String.prototype.slice);

const FORMAT_TICKS = 50_000;

/** What only `Intl` knows. */
export function createIntlFunctions(charge?: Charge): JavascriptFunctions {
  const use = (name: string): FormatUse => ({ name, ticks: FORMAT_TICKS, charge });
  const pluralOf = keepFormats(
    use("intl_plural"),
    (locales, options?: Intl.PluralRulesOptions) => new PluralRules(locales, options),
  );
  const timeOf = keepFormats(
    use("intl_relativeTime"),
    (locales, options?: Intl.RelativeTimeFormatOptions) => new RelativeTimeFormat(locales, options),
  );
  const listOf = keepFormats(
    use("intl_list"),
    (locales, options?: Intl.ListFormatOptions) => new ListFormat(locales, options),
  );
  return {
    intl_plural: (value: number, locales: unknown, options: unknown) => select(pluralOf(locales, options), value),
    intl_relativeTime: (value: number, unit: unknown, locales: unknown, options: unknown) =>
      formatTime(timeOf(locales, options), value, text("intl_relativeTime", unit) as Intl.RelativeTimeFormatUnit),
    intl_list: (items: unknown, locales: unknown, options: unknown) =>
      formatList(listOf(locales, options), readItems(text("intl_list", items))),
  };
}

/** Texts as the guest writes them: each after its length and a colon. */
function readItems(source: string): string[] {
  const items: string[] = [];
  let at = 0;
  for (;;) {
    const colon = indexOf(source, ":", at);
    if (colon < 0) return items;
    const end = colon + 1 + (+slice(source, at, colon) || 0);
    items[items.length] = slice(source, colon + 1, end);
    at = end;
  }
}
