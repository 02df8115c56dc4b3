/** Whether objects order a number as an integer when it is a name. */
export function isInteger(key: number): boolean {
  return key >= 0 && key < 4294967295 && $trunc(key) === key;
}

/** The integer that a name is written as, if objects order it as one; -1 for any other. */
export function integerOf(name: string): number {
  const length = name.length;
  if (length === 0 || length > 10) return -1;
  if (length > 1 && $charCodeAt(name, 0) === 48) return -1;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = $charCodeAt(name, i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value < 4294967295 ? value : -1;
}
