import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { findNearest } from "../src/index.ts";

test.each<[string, string[], string | undefined]>([
  ["incr", ["inc", "dec"], "inc"],
  ["clcik", ["click", "clock"], "click"],
  ["Increment", ["increment"], "increment"],
  ["x", ["y"], undefined],
  ["completely", ["different"], undefined],
  ["a", [], undefined],
  ["", ["a"], undefined],
])("%j among %j is %j", (name, candidates, nearest) => {
  expect(findNearest(name, candidates)).toBe(nearest);
});

it("finds what is there", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.array(fc.string()), (name, others) => {
      expect(findNearest(name, [...others, name])?.toLowerCase()).toBe(name.toLowerCase());
    }),
  );
});

it("takes no time over names that nobody typed", () => {
  expect(findNearest("a".repeat(1_000_000), ["b".repeat(1_000_000)])).toBeUndefined();
  expect(findNearest("abc", ["b".repeat(10_000_000)])).toBeUndefined();
});
