import { expect, test } from "vitest";
import { collectDataNames } from "../../src/renderer/data-names.ts";

test("finds the data behind an expression, also through rows", () => {
  const rows = [new Set(["todos"]), new Set(["groups"])];
  expect([...collectDataNames(["+", ["data", "a"], ["get", ["item", 0], "title"]], rows)]).toEqual(["a", "todos"]);
  expect([...collectDataNames(["item", 1], rows)]).toEqual(["groups"]);
  expect([...collectDataNames("data", rows)]).toEqual([]);
});
