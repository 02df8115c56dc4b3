import {
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
import { toNumber } from "./text.ts";

/** Parts of a date, in order. */
export const YEAR = 0;
export const MONTH = 1;
export const DATE = 2;
/** Parts of a clock, in order. */
export const HOURS = 0;
export const MINUTES = 1;
export const SECONDS = 2;
export const MILLISECONDS = 3;

/** Year, month and so on as a time, if the clock is in UTC. */
export function timeOfParts(parts: readonly unknown[]): number {
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

/** A part of the date of a time. */
export function datePart(time: number, unit: $int): number {
  if (time !== time) return NaN;
  const date = dateOfDay(dayOfTime(time));
  return unit === YEAR ? yearOf(date) : unit === MONTH ? monthOf(date) : dateOf(date);
}

/** The day of the week, from 0 for Sunday. */
export function weekday(time: number): number {
  return time === time ? weekdayOf(dayOfTime(time)) : NaN;
}

/** A part of the clock of a time. */
export function clockPart(time: number, unit: $int): number {
  if (time !== time) return NaN;
  const clock = clockOfTime(time);
  if (unit === MILLISECONDS) return clock % 1000;
  const seconds = $floor(clock / 1000);
  if (unit === SECONDS) return seconds % 60;
  const minutes = $floor(seconds / 60);
  return unit === MINUTES ? minutes % 60 : $floor(minutes / 60);
}

/** A time with parts of its date replaced, from a unit on. */
export function withDate(time: number, first: $int, values: readonly number[]): number {
  const year = replaced(YEAR - first, values, datePart(time, YEAR));
  const month = replaced(MONTH - first, values, datePart(time, MONTH));
  const date = replaced(DATE - first, values, datePart(time, DATE));
  return values.length === 0 ? NaN : makeTime(makeDay(year, month, date), clockOfTime(time));
}

/** A time with parts of its clock replaced, from a unit on. */
export function withClock(time: number, first: $int, values: readonly number[]): number {
  const hours = replaced(HOURS - first, values, clockPart(time, HOURS));
  const minutes = replaced(MINUTES - first, values, clockPart(time, MINUTES));
  const seconds = replaced(SECONDS - first, values, clockPart(time, SECONDS));
  const milliseconds = replaced(MILLISECONDS - first, values, clockPart(time, MILLISECONDS));
  return values.length === 0 ? NaN : makeTime(dayOfTime(time), makeClock(hours, minutes, seconds, milliseconds));
}

function replaced(index: $int, values: readonly number[], before: number): number {
  return index >= 0 && index < values.length ? +$arrayGet(values, index) : before;
}
