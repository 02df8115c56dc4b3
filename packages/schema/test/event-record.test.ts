import { expect, test } from "vitest";
import { eventFields, eventTargetFields, isEventPath, isSafePropertyName } from "../src/index.ts";

test.each<[string[]]>([
  [[]],
  [["type"]],
  [["shiftKey"]],
  [["target", "value"]],
  [["target", "files"]],
  [["detail"]],
  [["detail", "a", "b"]],
])("%j exists", (path) => {
  expect(isEventPath(path)).toBe(true);
});

test.each<[string[]]>([
  [["target"]],
  [["target", "ownerDocument"]],
  [["target", "value", "length"]],
  [["type", "length"]],
  [["view"]],
  [["currentTarget"]],
  [["constructor"]],
  [["__proto__"]],
  [["detail", "__proto__"]],
  [["detail", "a", "constructor"]],
])("%j does not", (path) => {
  expect(isEventPath(path)).toBe(false);
});

test("every listed field is a path", () => {
  for (const field of eventFields) expect(field === "target" || isEventPath([field])).toBe(true);
  for (const field of eventTargetFields) expect(isEventPath(["target", field])).toBe(true);
});

test("names that reach the prototype chain are unsafe", () => {
  expect(["__proto__", "constructor", "prototype"].some(isSafePropertyName)).toBe(false);
  expect(["a", "toString", "", "proto"].every(isSafePropertyName)).toBe(true);
});
