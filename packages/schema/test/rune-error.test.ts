import { expect, it } from "vitest";
import { RuneError, isRuneError } from "../src/index.ts";

it("carries code, data and cause", () => {
  const cause = new Error("inner");
  const error = new RuneError("some_code", "Text.", { cause, data: { file: "a" } });
  expect(error).toMatchObject({ code: "some_code", message: "Text.", cause, data: { file: "a" }, name: "RuneError" });
  expect("cause" in new RuneError("c", "m")).toBe(false);
});

it("is known by its brand, not by its class", () => {
  expect(isRuneError(new RuneError("c", "m"))).toBe(true);
  expect(isRuneError(Object.assign(Object.create(null), { [Symbol.for("rune.error")]: true }))).toBe(true);
  for (const other of [new Error("x"), { code: "c" }, null, undefined, "c"]) expect(isRuneError(other)).toBe(false);
});
