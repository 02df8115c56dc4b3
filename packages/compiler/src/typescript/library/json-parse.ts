// A parser of JSON. The text is copied into a storage of units first, which is read faster than a string. Whatever is wrong with the text
// is left to JavaScript's own parser to put into words.

let text: string = "";
let units: $typed = $typedNew("u16", 0);
let end: $int = 0;
let at: $int = 0;

/** What a text says. */
export function parse(given: unknown): unknown {
  start(`${given as string}`);
  const value = readValue();
  skipSpace();
  if (at < end) fail();
  finish();
  return value;
}

function start(source: string): void {
  text = source;
  end = source.length;
  units = $typedNew("u16", end);
  at = 0;
  $stringIntoUnits(source, units, 0);
}

function finish(): void {
  text = "";
  units = $typedNew("u16", 0);
}

/** Throws what JavaScript throws. */
function fail(): never {
  const source = text;
  finish();
  $js_json_check(source);
  return $unreachable();
}

function readValue(): unknown {
  skipSpace();
  const unit = at < end ? $typedGet("u16", units, at) : 0;
  if (unit === 34) return readString();
  if (unit === 123) return readObject();
  if (unit === 91) return readArray();
  if (unit === 116) {
    readWord("true");
    return true;
  }
  if (unit === 102) {
    readWord("false");
    return false;
  }
  if (unit === 110) {
    readWord("null");
    return null;
  }
  return readNumber();
}

function readArray(): unknown[] {
  const items: unknown[] = [];
  at++;
  if (isNext(93)) return items;
  for (;;) {
    $arrayPush(items, readValue());
    if (isNext(93)) return items;
    if (!isNext(44)) fail();
  }
}

function readObject(): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  at++;
  if (isNext(125)) return object;
  for (;;) {
    skipSpace();
    if (at >= end || $typedGet("u16", units, at) !== 34) fail();
    const key = readString();
    if (!isNext(58)) fail();
    object[key] = readValue();
    if (isNext(125)) return object;
    if (!isNext(44)) fail();
  }
}

/** @analyzedOnce */
function skipSpace(): void {
  const storage = units;
  let i = at;
  while (i < end) {
    const unit = $typedGet("u16", storage, i);
    if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) break;
    i++;
  }
  at = i;
}

/**
 * Whether the unit comes next; then it is behind.
 *
 * @analyzedOnce
 */
function isNext(unit: $int): boolean {
  skipSpace();
  if (at >= end || $typedGet("u16", units, at) !== unit) return false;
  at++;
  return true;
}

/** @analyzedOnce */
function readWord(word: string): void {
  const count = word.length;
  if (at + count > end || $substring(text, at, at + count) !== word) fail();
  at += count;
}

/** @analyzedOnce */
function readString(): string {
  const storage = units;
  const first = at + 1;
  for (let i = first; i < end; i++) {
    const unit = $typedGet("u16", storage, i);
    if (unit === 34) {
      at = i + 1;
      return $substring(text, first, i);
    }
    if (unit === 92) return readEscaped(first, i);
    if (unit < 32) fail();
  }
  return fail();
}

/** The rest of a string from its first escape on. */
function readEscaped(first: $int, escape: $int): string {
  const storage = units;
  let value = $substring(text, first, escape);
  let from = escape;
  for (let i = escape; i < end; i++) {
    const unit = $typedGet("u16", storage, i);
    if (unit === 34) {
      at = i + 1;
      return $concat(value, $substring(text, from, i));
    }
    if (unit < 32) fail();
    if (unit === 92) {
      value = $concat(value, $substring(text, from, i));
      i++;
      if (i >= end) fail();
      value = $concat(value, $fromCharCode(escaped(i)));
      if ($typedGet("u16", storage, i) === 117) i += 4;
      from = i + 1;
    }
  }
  return fail();
}

/** The unit that the letter behind a backslash stands for. */
function escaped(at: $int): $int {
  const letter = $typedGet("u16", units, at);
  if (letter === 34 || letter === 92 || letter === 47) return letter;
  if (letter === 98) return 8;
  if (letter === 102) return 12;
  if (letter === 110) return 10;
  if (letter === 114) return 13;
  if (letter === 116) return 9;
  if (letter !== 117 || at + 4 >= end) fail();
  let unit = 0;
  for (let i = at + 1; i <= at + 4; i++) unit = unit * 16 + hexadecimal($typedGet("u16", units, i));
  return unit;
}

function hexadecimal(unit: $int): $int {
  if (unit >= 48 && unit <= 57) return unit - 48;
  if (unit >= 97 && unit <= 102) return unit - 87;
  if (unit >= 65 && unit <= 70) return unit - 55;
  return fail();
}

/** @analyzedOnce */
function readNumber(): number {
  const storage = units;
  const first = at;
  let i = at;
  const negative = i < end && $typedGet("u16", storage, i) === 45;
  if (negative) i++;
  const whole = i;
  let digits = 0;
  while (isDigit(i)) {
    digits = digits * 10 + $typedGet("u16", storage, i) - 48;
    i++;
  }
  const count = i - whole;
  if (count === 0 || (count > 1 && $typedGet("u16", storage, whole) === 48)) fail();
  let exact = count <= 15;
  if (i < end && $typedGet("u16", storage, i) === 46) {
    const fraction = i + 1;
    i = skipDigits(fraction);
    if (i === fraction) fail();
    exact = false;
  }
  if (i < end && ($typedGet("u16", storage, i) | 32) === 101) {
    i++;
    if (i < end && ($typedGet("u16", storage, i) === 43 || $typedGet("u16", storage, i) === 45)) i++;
    const exponent = i;
    i = skipDigits(exponent);
    if (i === exponent) fail();
    exact = false;
  }
  at = i;
  if (exact) return negative ? -digits : digits;
  return $js_number_parse($substring(text, first, i));
}

function skipDigits(from: $int): $int {
  let i = from;
  while (isDigit(i)) i++;
  return i;
}

function isDigit(index: $int): boolean {
  if (index >= end) return false;
  const unit = $typedGet("u16", units, index);
  return unit >= 48 && unit <= 57;
}
