import {
  clipTime,
  clockOfTime,
  dateOf,
  dateOfDay,
  dayOfTime,
  makeClock,
  makeDay,
  makeTime,
  monthOf,
  weekdayOf,
  yearOf,
} from "./civil-date.ts";
import { clockText, dateText, isoText, utcText } from "./date-text.ts";
import { RangeError } from "./error.ts";
import { localesText, optionsText } from "./locale.ts";
import type { Hint } from "./primitive.ts";
import { primitiveOnly, toPrimitive } from "./primitive.ts";
import { toNumber } from "./text.ts";

const YEAR = 0;
const MONTH = 1;
const DATE = 2;
const HOURS = 0;
const MINUTES = 1;
const SECONDS = 2;
const MILLISECONDS = 3;

/** `Date`. Setters take their numbers as a list: one that is `undefined` counts, one that is missing does not. */
export class Date {
  #time: number;

  constructor(...parts: unknown[]) {
    if (parts.length === 0) this.#time = now();
    else if (parts.length === 1) this.#time = timeOf($arrayGet(parts, 0));
    else this.#time = clipTime($js_date_fromLocal(timeOfParts(parts)));
  }

  static ["@@call"](): string {
    return new Date().toString();
  }

  static UTC(...parts: unknown[]): number {
    return clipTime(timeOfParts(parts));
  }

  static now(): number {
    return now();
  }

  static parse(text: string): number {
    return $js_date_parse(`${text}`);
  }

  #local(): number {
    return $js_date_toLocal(this.#time);
  }

  getDate(): number {
    return datePart(this.#local(), DATE);
  }

  getDay(): number {
    return weekday(this.#local());
  }

  getFullYear(): number {
    return datePart(this.#local(), YEAR);
  }

  getHours(): number {
    return clockPart(this.#local(), HOURS);
  }

  getMilliseconds(): number {
    return clockPart(this.#local(), MILLISECONDS);
  }

  getMinutes(): number {
    return clockPart(this.#local(), MINUTES);
  }

  getMonth(): number {
    return datePart(this.#local(), MONTH);
  }

  getSeconds(): number {
    return clockPart(this.#local(), SECONDS);
  }

  getTime(): number {
    return this.#time;
  }

  getTimezoneOffset(): number {
    return $js_date_offset(this.#time);
  }

  getUTCDate(): number {
    return datePart(this.#time, DATE);
  }

  getUTCDay(): number {
    return weekday(this.#time);
  }

  getUTCFullYear(): number {
    return datePart(this.#time, YEAR);
  }

  getUTCHours(): number {
    return clockPart(this.#time, HOURS);
  }

  getUTCMilliseconds(): number {
    return clockPart(this.#time, MILLISECONDS);
  }

  getUTCMinutes(): number {
    return clockPart(this.#time, MINUTES);
  }

  getUTCMonth(): number {
    return datePart(this.#time, MONTH);
  }

  getUTCSeconds(): number {
    return clockPart(this.#time, SECONDS);
  }

  #setLocal(local: number): number {
    return this.setTime($js_date_fromLocal(local));
  }

  setDate(...values: number[]): number {
    return this.#setLocal(withDate(this.#local(), DATE, values));
  }

  setFullYear(...values: number[]): number {
    const time = this.#time;
    return this.#setLocal(withDate(time === time ? this.#local() : 0, YEAR, values));
  }

  setHours(...values: number[]): number {
    return this.#setLocal(withClock(this.#local(), HOURS, values));
  }

  setMilliseconds(...values: number[]): number {
    return this.#setLocal(withClock(this.#local(), MILLISECONDS, values));
  }

  setMinutes(...values: number[]): number {
    return this.#setLocal(withClock(this.#local(), MINUTES, values));
  }

  setMonth(...values: number[]): number {
    return this.#setLocal(withDate(this.#local(), MONTH, values));
  }

  setSeconds(...values: number[]): number {
    return this.#setLocal(withClock(this.#local(), SECONDS, values));
  }

  setTime(time: number): number {
    this.#time = clipTime(+time);
    return this.#time;
  }

  setUTCDate(...values: number[]): number {
    return this.setTime(withDate(this.#time, DATE, values));
  }

  setUTCFullYear(...values: number[]): number {
    const time = this.#time;
    return this.setTime(withDate(time === time ? time : 0, YEAR, values));
  }

  setUTCHours(...values: number[]): number {
    return this.setTime(withClock(this.#time, HOURS, values));
  }

  setUTCMilliseconds(...values: number[]): number {
    return this.setTime(withClock(this.#time, MILLISECONDS, values));
  }

  setUTCMinutes(...values: number[]): number {
    return this.setTime(withClock(this.#time, MINUTES, values));
  }

  setUTCMonth(...values: number[]): number {
    return this.setTime(withDate(this.#time, MONTH, values));
  }

  setUTCSeconds(...values: number[]): number {
    return this.setTime(withClock(this.#time, SECONDS, values));
  }

  toDateString(): string {
    return this.#isValid() ? dateText(this.#local()) : "Invalid Date";
  }

  /** Copies it for `structuredClone`. */
  ["@@clone"](): Date {
    return new Date(this.#time);
  }

  /** Shows it as `console` does. */
  ["@@inspect"](): string {
    return this.#isValid() ? isoText(this.#time) : "Invalid Date";
  }

  toISOString(): string {
    if (!this.#isValid()) throw new RangeError("Invalid time value");
    return isoText(this.#time);
  }

  toJSON(_key?: unknown): string | null {
    return this.#isValid() ? isoText(this.#time) : null;
  }

  toLocaleDateString(locales?: string | string[], options?: object): string {
    return $js_date_toLocaleString(this.#time, 1, localesText(locales), optionsText(options));
  }

  toLocaleString(locales?: string | string[], options?: object): string {
    return $js_date_toLocaleString(this.#time, 0, localesText(locales), optionsText(options));
  }

  toLocaleTimeString(locales?: string | string[], options?: object): string {
    return $js_date_toLocaleString(this.#time, 2, localesText(locales), optionsText(options));
  }

  toString(): string {
    return this.#isValid() ? `${dateText(this.#local())} ${this.toTimeString()}` : "Invalid Date";
  }

  toTimeString(): string {
    return this.#isValid() ? `${clockText(this.#local())} ${$js_date_zone(this.#time)}` : "Invalid Date";
  }

  toUTCString(): string {
    return this.#isValid() ? utcText(this.#time) : "Invalid Date";
  }

  #isValid(): boolean {
    return this.#time === this.#time;
  }

  valueOf(): number {
    return this.#time;
  }

  ["@@toPrimitive"](hint: Hint): unknown {
    return hint === "number" ? primitiveOnly(this.valueOf()) : primitiveOnly(this.toString());
  }
}

function now(): number {
  return clipTime($host_get_time_ms());
}

/** The time of a date, a text or a number. */
function timeOf(value: unknown): number {
  if ($isInstance(value, Date)) return $asInstance(value, Date).getTime();
  else {
    const primitive = toPrimitive(value, "default");
    if ($isString(primitive)) return $js_date_parse($asString(primitive));
    else return clipTime(toNumber(primitive));
  }
}

/** Year, month and so on as a time, if the clock is in UTC. */
function timeOfParts(parts: readonly unknown[]): number {
  const year = part(parts, 0, NaN);
  const month = part(parts, 1, 0);
  const date = part(parts, 2, 1);
  const clock = makeClock(part(parts, 3, 0), part(parts, 4, 0), part(parts, 5, 0), part(parts, 6, 0));
  const whole = $trunc(year);
  return makeTime(makeDay(whole >= 0 && whole <= 99 ? 1900 + whole : year, month, date), clock);
}

function part(parts: readonly unknown[], index: $int, missing: number): number {
  return index < parts.length ? toNumber($arrayGet(parts, index)) : missing;
}

function datePart(time: number, unit: $int): number {
  if (time !== time) return NaN;
  const date = dateOfDay(dayOfTime(time));
  return unit === YEAR ? yearOf(date) : unit === MONTH ? monthOf(date) : dateOf(date);
}

function weekday(time: number): number {
  return time === time ? weekdayOf(dayOfTime(time)) : NaN;
}

function clockPart(time: number, unit: $int): number {
  if (time !== time) return NaN;
  const clock = clockOfTime(time);
  if (unit === MILLISECONDS) return clock % 1000;
  const seconds = $floor(clock / 1000);
  if (unit === SECONDS) return seconds % 60;
  const minutes = $floor(seconds / 60);
  return unit === MINUTES ? minutes % 60 : $floor(minutes / 60);
}

/** A time with parts of its date replaced, from a unit on. */
function withDate(time: number, first: $int, values: readonly number[]): number {
  const year = replaced(YEAR - first, values, datePart(time, YEAR));
  const month = replaced(MONTH - first, values, datePart(time, MONTH));
  const date = replaced(DATE - first, values, datePart(time, DATE));
  return values.length === 0 ? NaN : makeTime(makeDay(year, month, date), clockOfTime(time));
}

/** A time with parts of its clock replaced, from a unit on. */
function withClock(time: number, first: $int, values: readonly number[]): number {
  const hours = replaced(HOURS - first, values, clockPart(time, HOURS));
  const minutes = replaced(MINUTES - first, values, clockPart(time, MINUTES));
  const seconds = replaced(SECONDS - first, values, clockPart(time, SECONDS));
  const milliseconds = replaced(MILLISECONDS - first, values, clockPart(time, MILLISECONDS));
  return values.length === 0 ? NaN : makeTime(dayOfTime(time), makeClock(hours, minutes, seconds, milliseconds));
}

function replaced(index: $int, values: readonly number[], before: number): number {
  return index >= 0 && index < values.length ? +$arrayGet(values, index) : before;
}
