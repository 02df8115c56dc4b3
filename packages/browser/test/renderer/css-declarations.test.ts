import { expect, test } from "vitest";
import { toDeclaration } from "../../src/renderer/css-declarations.ts";

test("a value can carry its priority", () => {
  expect(toDeclaration("red")).toEqual(["red", ""]);
  expect(toDeclaration(" red  ! IMPORTANT ")).toEqual(["red", "important"]);
  expect(toDeclaration("a b!important")).toEqual(["a b", "important"]);
  for (const value of [null, undefined, false, " "]) expect(toDeclaration(value)).toBeUndefined();
});

test("a hostile value is read in time that grows with its length", () => {
  const started = performance.now();
  toDeclaration(`a${" ".repeat(300_000)}b`);
  expect(performance.now() - started).toBeLessThan(3000);
});
