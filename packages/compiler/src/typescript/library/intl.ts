import { Date } from "./date.ts";
import { RangeError, TypeError } from "./error.ts";
import { localesText, optionsText } from "./locale.ts";
import { toNumber, toString } from "./text.ts";

/** The parts of a date that are options: if one is asked for, no other is shown. */
const PARTS: readonly string[] = [
  "weekday",
  "year",
  "month",
  "day",
  "dayPeriod",
  "hour",
  "minute",
  "second",
  "fractionalSecondDigits",
  "dateStyle",
  "timeStyle",
];

/** Formats as `toLocaleString` of dates knows them. */
const ASKED_FOR = 0;
const DATE = 1;

/** `Intl`: what the host's own formatters write, which know the locales. */
// oxlint-disable-next-line typescript/no-extraneous-class -- calls of its members resolve like those of any class.
export class Intl {
  static get Collator(): typeof Collator {
    return Collator;
  }

  static get DateTimeFormat(): typeof DateTimeFormat {
    return DateTimeFormat;
  }

  static get ListFormat(): typeof ListFormat {
    return ListFormat;
  }

  static get NumberFormat(): typeof NumberFormat {
    return NumberFormat;
  }

  static get PluralRules(): typeof PluralRules {
    return PluralRules;
  }

  static get RelativeTimeFormat(): typeof RelativeTimeFormat {
    return RelativeTimeFormat;
  }
}

/** `Intl.NumberFormat` */
export class NumberFormat {
  #locales: string;
  #options: string;

  constructor(locales?: unknown, options?: unknown) {
    this.#locales = localesText(locales);
    this.#options = optionsText(options);
    // What is wrong with them is known at once.
    $js_number_toLocaleString(0, this.#locales, this.#options);
  }

  static ["@@call"](locales?: unknown, options?: unknown): NumberFormat {
    return new NumberFormat(locales, options);
  }

  get ["@@toStringTag"](): string {
    return "Intl.NumberFormat";
  }

  get format(): (value: unknown) => string {
    const locales = this.#locales;
    const options = this.#options;
    return (value) => {
      if ($isBigint(value)) return $js_bigint_toLocaleString($asBigint(value), locales, options);
      else return $js_number_toLocaleString(toNumber(value), locales, options);
    };
  }
}

/** `Intl.DateTimeFormat` */
export class DateTimeFormat {
  #locales: string;
  #options: string;
  #shown: $int = DATE;

  constructor(locales?: unknown, options?: unknown) {
    this.#locales = localesText(locales);
    this.#options = optionsText(options);
    for (const part of PARTS) {
      if (`\n${this.#options}`.includes(`\n${part}=`)) this.#shown = ASKED_FOR;
    }
    $js_date_toLocaleString(0, this.#shown, this.#locales, this.#options);
  }

  static ["@@call"](locales?: unknown, options?: unknown): DateTimeFormat {
    return new DateTimeFormat(locales, options);
  }

  get ["@@toStringTag"](): string {
    return "Intl.DateTimeFormat";
  }

  get format(): (date?: unknown) => string {
    const shown = this.#shown;
    const locales = this.#locales;
    const options = this.#options;
    return (date) => {
      const time = timeOf(date);
      if (!(time >= -8.64e15 && time <= 8.64e15)) throw new RangeError("Invalid time value");
      return $js_date_toLocaleString(time, shown, locales, options);
    };
  }
}

function timeOf(date: unknown): number {
  if ($isUndefined(date)) return Date.now();
  else if ($isInstance(date, Date)) return $asInstance<Date>(date, Date).getTime();
  else return toNumber(date);
}

/** `Intl.Collator` */
export class Collator {
  #locales: string;
  #options: string;

  constructor(locales?: unknown, options?: unknown) {
    this.#locales = localesText(locales);
    this.#options = optionsText(options);
    $js_string_localeCompare("", "", this.#locales, this.#options);
  }

  static ["@@call"](locales?: unknown, options?: unknown): Collator {
    return new Collator(locales, options);
  }

  get ["@@toStringTag"](): string {
    return "Intl.Collator";
  }

  get compare(): (a: unknown, b: unknown) => number {
    const locales = this.#locales;
    const options = this.#options;
    return (a, b) => $js_string_localeCompare(toString(a), toString(b), locales, options);
  }
}

/** `Intl.PluralRules` */
export class PluralRules {
  #locales: string;
  #options: string;

  constructor(locales?: unknown, options?: unknown) {
    this.#locales = localesText(locales);
    this.#options = optionsText(options);
    $js_intl_plural(0, this.#locales, this.#options);
  }

  static ["@@call"](): never {
    throw new TypeError("Constructor Intl.PluralRules requires 'new'");
  }

  get ["@@toStringTag"](): string {
    return "Intl.PluralRules";
  }

  select(value: unknown): string {
    return $js_intl_plural(toNumber(value), this.#locales, this.#options);
  }
}

/** `Intl.RelativeTimeFormat` */
export class RelativeTimeFormat {
  #locales: string;
  #options: string;

  constructor(locales?: unknown, options?: unknown) {
    this.#locales = localesText(locales);
    this.#options = optionsText(options);
    $js_intl_relativeTime(0, "day", this.#locales, this.#options);
  }

  static ["@@call"](): never {
    throw new TypeError("Constructor Intl.RelativeTimeFormat requires 'new'");
  }

  get ["@@toStringTag"](): string {
    return "Intl.RelativeTimeFormat";
  }

  format(value: unknown, unit: unknown): string {
    return $js_intl_relativeTime(toNumber(value), toString(unit), this.#locales, this.#options);
  }
}

/** `Intl.ListFormat` */
export class ListFormat {
  #locales: string;
  #options: string;

  constructor(locales?: unknown, options?: unknown) {
    this.#locales = localesText(locales);
    this.#options = optionsText(options);
    $js_intl_list("", this.#locales, this.#options);
  }

  static ["@@call"](): never {
    throw new TypeError("Constructor Intl.ListFormat requires 'new'");
  }

  get ["@@toStringTag"](): string {
    return "Intl.ListFormat";
  }

  format(items: Iterable<string>): string {
    let text = "";
    for (const item of items) {
      if (!$isString(item)) throw new TypeError("Iterable yielded a non-String value");
      text = `${text}${item.length}:${item}`;
    }
    return $js_intl_list(text, this.#locales, this.#options);
  }
}
