// The text that `JSON.stringify` writes: UTF-16 units in a storage that grows, and is used again. A call that is made while another one
// writes goes on behind what is there, and takes its part away when it ends.

/** Storages that are longer are not kept for the next call. */
const KEPT = 65536;

let units: $typed = $typedNew("u16", 256);
let length: $int = 0;

/** How much has been written. */
export function writtenLength(): $int {
  return length;
}

/** What has been written since. */
export function textSince(start: $int): string {
  return $stringFromUnits(units, start, length);
}

/** Takes back what has been written since. */
export function forgetSince(start: $int): void {
  length = start;
  if (start === 0 && $typedLength("u16", units) > KEPT) units = $typedNew("u16", 256);
}

/** The unit that was written last. */
export function lastUnit(): $int {
  return $typedGet("u16", units, length - 1);
}

/** @analyzedOnce */
export function writeUnit(unit: $int): void {
  if (length === $typedLength("u16", units)) grow(1);
  $typedSet("u16", units, length, unit);
  length++;
}

/**
 * Writes a text as it is.
 *
 * @analyzedOnce
 */
export function writeText(text: string): void {
  const count = $stringLength(text);
  if (length + count > $typedLength("u16", units)) grow(count);
  $stringIntoUnits(text, units, length);
  length += count;
}

/**
 * Writes a text in quotes.
 *
 * @analyzedOnce
 */
export function writeQuoted(text: string): void {
  const count = $stringLength(text);
  const start = length + 1;
  const end = start + count;
  if (end + 1 > $typedLength("u16", units)) grow(count + 2);
  const storage = units;
  $stringIntoUnits(text, storage, start);
  for (let i = start; i < end; i++) {
    const unit = $typedGet("u16", storage, i);
    if (unit < 32 || unit === 34 || unit === 92 || (unit >= 0xd800 && unit < 0xe000)) {
      writeText($js_json_quote(text));
      return;
    }
  }
  $typedSet("u16", storage, start - 1, 34);
  $typedSet("u16", storage, end, 34);
  length = end + 1;
}

/**
 * Writes a number; none that is not finite.
 *
 * @analyzedOnce
 */
export function writeNumber(x: number): void {
  if ($trunc(x) === x && x < 1000000000 && x > -1000000000) writeInteger(x);
  else if (x - x === 0) writeText($js_number_toString(x));
  else writeText("null");
}

function writeInteger(x: number): void {
  let rest = x;
  if (rest < 0) {
    writeUnit(45);
    rest = -rest;
  }
  let count = 1;
  for (let power = 10; power <= rest; power *= 10) count++;
  if (length + count > $typedLength("u16", units)) grow(count);
  const storage = units;
  for (let i = length + count - 1; i >= length; i--) {
    const tens = $floor(rest / 10);
    $typedSet("u16", storage, i, rest - tens * 10 + 48);
    rest = tens;
  }
  length += count;
}

/** @analyzedOnce */
function grow(count: $int): void {
  const old = units;
  const capacity = $typedLength("u16", old);
  units = $typedNew("u16", $max2(capacity * 2, length + count));
  $typedCopy("u16", units, 0, old, 0, length);
}
