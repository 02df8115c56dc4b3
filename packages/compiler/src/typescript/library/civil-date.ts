/**
 * The Gregorian calendar, as days since 1970-01-01. The year is taken to start in March, so that the leap day ends it and the lengths of
 * the months follow one line; see Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */

/** Milliseconds of a day. */
export const DAY: number = 86400000;

/** The day of a date; the month counts from 0 and may be any whole number. */
export function dayOfDate(year: number, month: number, date: number): number {
  const years = year + $floor(month / 12);
  const marchMonth = (month - 12 * $floor(month / 12) + 10) % 12;
  const marchYear = marchMonth >= 10 ? years - 1 : years;
  const era = $floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = $floor((153 * marchMonth + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + $floor(yearOfEra / 4) - $floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The date of a day as one integer: see `yearOf`, `monthOf` and `dateOf`. */
export function dateOfDay(day: number): $int {
  const shifted = day + 719468;
  const era = $floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = $floor(
    (dayOfEra - $floor(dayOfEra / 1460) + $floor(dayOfEra / 36524) - $floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + $floor(yearOfEra / 4) - $floor(yearOfEra / 100));
  const marchMonth = $floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - $floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 2 : marchMonth - 10;
  const year = yearOfEra + era * 400 + (month <= 1 ? 1 : 0);
  return year * 512 + month * 32 + date;
}

/** The year of a date that `dateOfDay` gave. */
export function yearOf(date: $int): $int {
  return date >> 9;
}

/** Its month, from 0. */
export function monthOf(date: $int): $int {
  return (date >> 5) & 15;
}

/** Its day of the month, from 1. */
export function dateOf(date: $int): $int {
  return date & 31;
}

/** The day that a time is on. */
export function dayOfTime(time: number): number {
  return $floor(time / DAY);
}

/** The milliseconds of a time since midnight. */
export function clockOfTime(time: number): $int {
  return time - $floor(time / DAY) * DAY;
}

/** The day of the week, from 0 for Sunday. */
export function weekdayOf(day: number): $int {
  return day + 4 - 7 * $floor((day + 4) / 7);
}

/** MakeDay, without what is no date: NaN. */
export function makeDay(year: number, month: number, date: number): number {
  const wholeYear = $trunc(year);
  const wholeMonth = $trunc(month);
  // Far beyond what a time can hold, and far below where the arithmetic would be inexact. It also turns away NaN.
  if (!($abs(wholeYear) <= 1000000 && $abs(wholeMonth) <= 10000000)) return NaN;
  return dayOfDate(wholeYear, wholeMonth, 1) + $trunc(date) - 1;
}

/** MakeTime. */
export function makeClock(hours: number, minutes: number, seconds: number, milliseconds: number): number {
  return $trunc(hours) * 3600000 + $trunc(minutes) * 60000 + $trunc(seconds) * 1000 + $trunc(milliseconds);
}

/** MakeDate. */
export function makeTime(day: number, clock: number): number {
  return day * DAY + clock;
}

/** TimeClip. */
export function clipTime(time: number): number {
  // Adding 0 turns -0 into 0.
  return $abs(time) <= 8.64e15 ? $trunc(time) + 0 : NaN;
}
