/**
 * Finds which rows of a reordered list can stay where they are: a longest increasing subsequence of their old positions
 * (patience sorting with back links, O(n log n)). Everything else moves, so the number of moves is the least possible.
 */

/**
 * Takes each new row's old position (-1: the row is new); returns for each whether it stays in place. New rows do not
 * stay.
 */
export function findStableRows(oldPositions: readonly number[]): boolean[] {
  const previous: number[] = [];
  /** Row that ends the best subsequence of each length. */
  const tails: number[] = [];
  for (let row = 0; row < oldPositions.length; row++) {
    const position = oldPositions[row] as number;
    if (position < 0) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((oldPositions[tails[middle] as number] as number) < position) low = middle + 1;
      else high = middle;
    }
    previous[row] = tails[low - 1] ?? -1;
    tails[low] = row;
  }
  const stable = oldPositions.map(() => false);
  for (let row = tails.at(-1) ?? -1; row >= 0; row = previous[row] as number) stable[row] = true;
  return stable;
}
