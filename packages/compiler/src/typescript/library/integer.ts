/** ToIntegerOrInfinity, kept within 32 bits: indices beyond those are out of every range anyway. */
export function toInt(value: number): $int {
  const whole = value | 0;
  if (whole === value) return whole;
  if (value >= 2147483647) return 2147483647;
  return value <= -2147483648 ? -2147483648 : whole;
}

/** An index between 0 and a length, counted from the end if it is negative. */
export function relativeIndex(index: number, length: $int): $int {
  if (index >= length) return length;
  const whole = index > -length ? index | 0 : 0 - length;
  return whole < 0 ? whole + length : whole;
}

/** An index between 0 and a length; a negative one is 0. */
export function clampedIndex(index: number, length: $int): $int {
  if (index >= length) return length;
  return index > 0 ? index | 0 : 0;
}
