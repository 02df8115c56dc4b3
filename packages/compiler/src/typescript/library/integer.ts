/** ToIntegerOrInfinity, kept within 32 bits: indices beyond those are out of every range anyway. */
export function toInt(value: number): $int {
  const whole = value | 0;
  if (whole === value) return whole;
  if (value >= 2147483647) return 2147483647;
  return value <= -2147483648 ? -2147483648 : whole;
}

/** The bits of integers that are not negative: `&` with it says so of what is known to be one, and makes it no other. */
const NATURAL = 2147483647;

/** An index between 0 and a length, counted from the end if it is negative. */
export function relativeIndex(index: number, length: $int): $int {
  if (index >= length) return length;
  const least = 0 - length;
  const whole = index > least ? index | 0 : least;
  return whole < 0 ? (whole + length) & NATURAL : whole & NATURAL;
}

/** An index between 0 and a length; a negative one is 0. */
export function clampedIndex(index: number, length: $int): $int {
  if (index >= length) return length;
  return index > 0 ? index & NATURAL : 0;
}
