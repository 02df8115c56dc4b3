/** How many rows at both ends of a list are those that were there. */
export interface CommonRows {
  readonly start: number;
  readonly end: number;
}

/** Compares rows by what tells them apart. Some may be `known` to be the same. NaN counts as another each time. */
export function findCommon(
  before: readonly unknown[],
  after: readonly unknown[],
  { start, end }: CommonRows = { start: 0, end: 0 },
): CommonRows {
  const most = Math.min(before.length, after.length);
  while (start + end < most && before[start] === after[start]) start++;
  while (start + end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end };
}

/** Whether, of what is not common, only the first and the last have changed places. */
export function isSwap(before: readonly unknown[], after: readonly unknown[], { start, end }: CommonRows): boolean {
  const last = after.length - end - 1;
  if (before.length !== after.length || start >= last) return false;
  if (before[start] !== after[last] || before[last] !== after[start]) return false;
  for (let i = start + 1; i < last; i++) if (before[i] !== after[i]) return false;
  return true;
}
