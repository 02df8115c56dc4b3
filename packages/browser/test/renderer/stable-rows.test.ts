import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findStableRows } from "../../src/renderer/lists/stable-rows.ts";

/** Length of a longest increasing subsequence, by the quadratic method. */
function longest(positions: readonly number[]): number {
  const best: number[] = [];
  positions.forEach((position, i) => {
    best[i] = 1 + Math.max(0, ...best.filter((_, j) => (positions[j] ?? 0) < position));
  });
  return Math.max(0, ...best);
}

test("what stays is in order, is old, and is as much as possible", () => {
  const positions = fc
    .uniqueArray(fc.nat(40), { maxLength: 20 })
    .chain((old) =>
      fc
        .array(fc.boolean(), { minLength: old.length, maxLength: old.length })
        .map((isNew) => old.map((position, i) => (isNew[i] ? -1 : position))),
    );
  fc.assert(
    fc.property(positions, (given) => {
      const stable = findStableRows(given);
      const stay = given.filter((_, i) => stable[i]);
      expect(stable).toHaveLength(given.length);
      expect(stay).not.toContain(-1);
      expect(stay).toEqual([...stay].sort((a, b) => a - b));
      expect(stay).toHaveLength(longest(given.filter((position) => position >= 0)));
    }),
  );
});

test("one moved row leaves all others where they are", () => {
  expect(findStableRows([4, 0, 1, 2, 3])).toEqual([false, true, true, true, true]);
  expect(findStableRows([])).toEqual([]);
});
