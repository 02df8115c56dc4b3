import type { Charge } from "../fuel/charge.ts";
import { text } from "./checks.ts";
import { getTimezoneOffset, toTimeString } from "./clock.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import { keepFormats } from "./formats.ts";
import { readLocales, readOptions } from "./locale.ts";
import { uncurry } from "./uncurry.ts";

const HostDate = Date;
const { parse } = Date;
const { prototype } = Date;
const { DateTimeFormat } = Intl;
type DateOptions = Intl.DateTimeFormatOptions;
type Write = (this: Date, locales?: string | string[], options?: DateOptions) => string;
const { floor } = Math;
const getTime = uncurry<Date, [], number>(prototype.getTime);
const getSeconds = uncurry<Date, [], number>(prototype.getSeconds);
const getUTCFullYear = uncurry<Date, [], number>(prototype.getUTCFullYear);
const getUTCMonth = uncurry<Date, [], number>(prototype.getUTCMonth);
const getUTCDate = uncurry<Date, [], number>(prototype.getUTCDate);
const getUTCHours = uncurry<Date, [], number>(prototype.getUTCHours);
const getUTCMinutes = uncurry<Date, [], number>(prototype.getUTCMinutes);
const getUTCSeconds = uncurry<Date, [], number>(prototype.getUTCSeconds);
const getUTCMilliseconds = uncurry<Date, [], number>(prototype.getUTCMilliseconds);
const indexOf = uncurry<string, [search: string], number>(String.prototype.indexOf);
const slice = uncurry<string, [start: number], string>(String.prototype.slice);
const writers = [prototype.toLocaleString, prototype.toLocaleDateString, prototype.toLocaleTimeString].map((write) =>
  uncurry<Date, [locales: string[] | undefined, options: DateOptions | undefined], string>(write as Write),
);

/** What each of these functions writes, unless it is asked for a part of it. */
const DATE = { named: ["weekday", "year", "month", "day"], usual: ["year", "month", "day"] } as const;
const TIME = {
  named: ["dayPeriod", "hour", "minute", "second", "fractionalSecondDigits"],
  usual: ["hour", "minute", "second"],
} as const;
const FORMAT_TICKS = 200_000;
const written = [[DATE, TIME], [DATE], [TIME]] as const;

/** The calendar repeats after 400 years. */
const CYCLE_YEARS = 400;
const DAY = 86_400_000;
const CYCLE = 146_097 * DAY;
const LAST = 8.64e15;

/** What depends on the time zone, the locale, or a table of names. Times are milliseconds since 1970. */
export function createDateFunctions(charge?: Charge): JavascriptFunctions {
  const formats = written.map((parts) =>
    keepFormats({ name: "date_toLocaleString", ticks: FORMAT_TICKS, charge }, (locales, options?: DateOptions) =>
      createFormat(locales, options, parts),
    ),
  );
  return {
    date_offset: (time: number) => getTimezoneOffset(new HostDate(time)),
    date_toLocal: toLocal,
    date_fromLocal: fromLocal,
    date_parse: (value: unknown) => parse(text("date_parse", value)),
    /** As `GMT+0100 (Central European Standard Time)`. */
    date_zone(time: number) {
      const clock = toTimeString(new HostDate(time));
      const at = indexOf(clock, "GMT");
      return at < 0 ? "" : slice(clock, at);
    },
    date_toLocaleString(time: number, format: number, locales: unknown, options: unknown) {
      const index = format in written ? format : 0;
      const kept = time === time ? formats[index]!(locales, options) : undefined;
      if (kept) return kept.format(time);
      return writers[index]!(
        new HostDate(time),
        readLocales("date_toLocaleString", locales),
        readOptions<DateOptions>("date_toLocaleString", options),
      );
    },
  };
}

/** The format that a function of dates writes with; nothing where it is for the function to say what it makes of its options. */
function createFormat(
  locales: string[] | undefined,
  options: DateOptions | undefined,
  parts: (typeof written)[number],
): Intl.DateTimeFormat | undefined {
  const asked: DateOptions = { __proto__: null, ...options } as DateOptions;
  const { dateStyle, timeStyle } = asked;
  if (parts.length === 1 && (parts[0] === DATE ? timeStyle : dateStyle) !== undefined) return undefined;
  if (
    dateStyle === undefined &&
    timeStyle === undefined &&
    parts.every(({ named }) => named.every((name) => asked[name] === undefined))
  ) {
    for (const { usual } of parts) for (const name of usual) asked[name] = "numeric";
  }
  return new DateTimeFormat(locales, asked);
}

/** What a clock in UTC would show when it shows what clocks show at `time`. */
function toLocal(time: number): number {
  const date = new HostDate(time);
  const offset = getTimezoneOffset(date);
  const local = time - offset * 60_000;
  // Before time zones, clocks were set to fractions of a minute, which the offset leaves out.
  const behind = (getSeconds(date) - floor(local / 1000)) % 60;
  const missing = behind < 0 ? behind + 60 : behind;
  return local + (offset > 0 && missing > 0 ? missing - 60 : missing) * 1000;
}

/** The time at which clocks show what they would show at `local` if it were a time in UTC. */
function fromLocal(local: number): number {
  // The clock may show what no time in UTC is, up to a day before the first time or after the last.
  const days = local > LAST ? 1 : local < -LAST ? -1 : 0;
  const shown = new HostDate(local - days * DAY);
  const year = getUTCFullYear(shown);
  // `Date` takes the years from 0 to 99 for those of the 20th century.
  const early = year >= 0 && year <= 99;
  const time = getTime(
    new HostDate(
      early ? year + CYCLE_YEARS : year,
      getUTCMonth(shown),
      getUTCDate(shown) + days,
      getUTCHours(shown),
      getUTCMinutes(shown),
      getUTCSeconds(shown),
      getUTCMilliseconds(shown),
    ),
  );
  return early ? time - CYCLE : time;
}
