import { text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import { readLocales, readOptions } from "./locale.ts";
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

/** What only `Intl` knows. */
export function createIntlFunctions(): JavascriptFunctions {
  return {
    intl_plural(value: number, locales: unknown, options: unknown) {
      const rules = new PluralRules(
        readLocales("intl_plural", locales),
        readOptions<Intl.PluralRulesOptions>("intl_plural", options),
      );
      return select(rules, value);
    },
    intl_relativeTime(value: number, unit: unknown, locales: unknown, options: unknown) {
      const format = new RelativeTimeFormat(
        readLocales("intl_relativeTime", locales),
        readOptions<Intl.RelativeTimeFormatOptions>("intl_relativeTime", options),
      );
      return formatTime(format, value, text("intl_relativeTime", unit) as Intl.RelativeTimeFormatUnit);
    },
    intl_list(items: unknown, locales: unknown, options: unknown) {
      const format = new ListFormat(
        readLocales("intl_list", locales),
        readOptions<Intl.ListFormatOptions>("intl_list", options),
      );
      return formatList(format, readItems(text("intl_list", items)));
    },
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
