import * as fc from "fast-check";
import { expect, test } from "vitest";
import { planWalk, walkNodes } from "../../src/renderer/node-walk.ts";

interface Tree {
  readonly path: readonly number[];
  readonly firstChild: Tree | null;
  nextSibling: Tree | null;
}

/** A tree whose nodes know their paths. */
function grow(path: readonly number[], depth: number, width: number): Tree {
  const children = depth === 0 ? [] : Array.from({ length: width }, (_, i) => grow([...path, i], depth - 1, width));
  children.forEach((child, i) => (child.nextSibling = children[i + 1] ?? null));
  return { path, firstChild: children[0] ?? null, nextSibling: null };
}

test("every path leads to its node, in any order", () => {
  const root = grow([], 4, 5);
  const path = fc.array(fc.nat(4), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
      const walk = planWalk(paths);
      const nodes = walkNodes(root as unknown as Node, walk) as unknown as Tree[];
      expect(nodes.map((node) => node.path)).toEqual(paths);
    }),
  );
});

test("a row of a table takes a step a node", () => {
  const { steps } = planWalk([[], [0], [1, 0], [2, 0]]);
  expect(steps).toEqual([0, 1, 0, 1, 0, 1, 2, 1, 0, 2, 0, 1, 4, 1, 0]);
});
