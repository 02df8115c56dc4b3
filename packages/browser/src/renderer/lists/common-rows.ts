/** How many rows at both ends of a list are those that were there. */
export interface CommonRows {
  readonly start: number;
  readonly end: number;
}

/** How two lists differ. */
export interface Difference extends CommonRows {
  /** Whether, of what is not common, only the first and the last have changed places. */
  readonly isSwap: boolean;
}

/** Of lists of which nothing is known to be the same. */
export const nothingCommon: Difference = { start: 0, end: 0, isSwap: false };

/** Compares rows by what tells them apart. Some may be `known` to be the same. NaN counts as another each time. */
export function compareRows(
  before: readonly unknown[],
  after: readonly unknown[],
  { start, end }: CommonRows = nothingCommon,
): Difference {
  const most = Math.min(before.length, after.length);
  while (start + end < most && before[start] === after[start]) start++;
  while (start + end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end, isSwap: isSwap(before, after, start, after.length - end - 1) };
}

function isSwap(before: readonly unknown[], after: readonly unknown[], start: number, last: number): boolean {
  if (before.length !== after.length || start >= last) return false;
  if (before[start] !== after[last] || before[last] !== after[start]) return false;
  for (let i = start + 1; i < last; i++) if (before[i] !== after[i]) return false;
  return true;
}
