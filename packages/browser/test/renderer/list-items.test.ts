import { expect, test } from "vitest";
import { MAX_RANGE, listItems } from "../../src/renderer/lists/list-items.ts";

test("reads everything that data-for repeats over", () => {
  expect(listItems(["a"])).toEqual({ items: ["a"] });
  expect(listItems(3)).toEqual({ items: [1, 2, 3] });
  expect(listItems(2.9)).toEqual({ items: [1, 2] });
  expect(listItems(-1)).toEqual({ items: [] });
  expect(listItems(null)).toEqual({ items: [] });
  expect(listItems(undefined)).toEqual({ items: [] });
  expect(listItems(new Set(["x"]))).toEqual({ items: ["x"], keys: ["x"] });
  expect(listItems(new Map([["k", 1]]))).toEqual({ items: [["k", 1]], keys: ["k"] });
});

test("refuses what is no list", () => {
  for (const value of ["text", {}, true, Number.NaN, Infinity, MAX_RANGE + 1]) expect(listItems(value)).toBeUndefined();
});
