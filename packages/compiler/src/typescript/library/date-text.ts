import { clockOfTime, dateOf, dateOfDay, dayOfTime, monthOf, weekdayOf, yearOf } from "./civil-date.ts";

const WEEKDAYS = "SunMonTueWedThuFriSat";
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** A whole number with leading zeros. */
export function padded(value: number, length: $int): string {
  let text = $js_number_toString(value);
  while (text.length < length) text = $concat("0", text);
  return text;
}

/** As `2024-02-29T13:45:30.123Z`. */
export function isoText(time: number): string {
  const date = dateOfDay(dayOfTime(time));
  const year = yearOf(date);
  const usual = year >= 0 && year <= 9999;
  const years = usual ? padded(year, 4) : `${year < 0 ? "-" : "+"}${padded($abs(year), 6)}`;
  const days = `${padded(monthOf(date) + 1, 2)}-${padded(dateOf(date), 2)}`;
  return `${years}-${days}T${clockText(time)}.${padded(clockOfTime(time) % 1000, 3)}Z`;
}

/** As `13:45:30`. */
export function clockText(time: number): string {
  const seconds = $floor(clockOfTime(time) / 1000);
  const minutes = $floor(seconds / 60);
  return `${padded($floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}:${padded(seconds % 60, 2)}`;
}

/** As `Thu Feb 29 2024`. */
export function dateText(time: number): string {
  const day = dayOfTime(time);
  const date = dateOfDay(day);
  return `${weekdayName(day)} ${monthName(date)} ${padded(dateOf(date), 2)} ${yearText(date)}`;
}

/** As `Thu, 29 Feb 2024 13:45:30 GMT`. */
export function utcText(time: number): string {
  const day = dayOfTime(time);
  const date = dateOfDay(day);
  const days = `${weekdayName(day)}, ${padded(dateOf(date), 2)} ${monthName(date)} ${yearText(date)}`;
  return `${days} ${clockText(time)} GMT`;
}

function weekdayName(day: number): string {
  const at = weekdayOf(day) * 3;
  return $substring(WEEKDAYS, at, at + 3);
}

function monthName(date: $int): string {
  const at = monthOf(date) * 3;
  return $substring(MONTHS, at, at + 3);
}

function yearText(date: $int): string {
  const year = yearOf(date);
  return year < 0 ? `-${padded(-year, 4)}` : padded(year, 4);
}
