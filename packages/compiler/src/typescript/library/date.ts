import { clipTime } from "./civil-date.ts";
import {
  DATE,
  HOURS,
  MILLISECONDS,
  MINUTES,
  MONTH,
  SECONDS,
  YEAR,
  clockPart,
  datePart,
  timeOfParts,
  weekday,
  withClock,
  withDate,
} from "./date-parts.ts";
import { clockText, dateText, isoText, utcText } from "./date-text.ts";
import { RangeError } from "./error.ts";
import { localesText, optionsText } from "./locale.ts";
import type { Hint } from "./primitive.ts";
import { primitiveOnly, toPrimitive } from "./primitive.ts";
import { toNumber } from "./text.ts";

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
