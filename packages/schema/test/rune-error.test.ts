import { expect, it } from "vitest";
import { RuneError, isRuneError } from "../src/index.ts";

it("carries code, data and cause", () => {
  const cause = new Error("inner");
  const error = new RuneError("some_code", "Text.", { cause, data: { file: "a" } });
  expect(error).toMatchObject({ code: "some_code", message: "Text.", cause, data: { file: "a" }, name: "RuneError" });
  expect("cause" in new RuneError("c", "m")).toBe(false);
});

it("writes out what would make its text look like another one", () => {
  const text = "a\u202eb\u2066c\u001b[2Jd\u0000\r\u009b\u200f";
  expect(new RuneError("c", text).message).toBe("a%E2%80%AEb%E2%81%A6c%1B[2Jd%00%0D%C2%9B%E2%80%8F");
  const plain = "lines\n\tand 👩‍👩‍👧, عربي, 100 %";
  expect(new RuneError("c", plain).message).toBe(plain);
});

it("is known by its brand, not by its class", () => {
  expect(isRuneError(new RuneError("c", "m"))).toBe(true);
  expect(isRuneError(Object.assign(Object.create(null), { [Symbol.for("rune.error")]: true }))).toBe(true);
  for (const other of [new Error("x"), { code: "c" }, null, undefined, "c"]) expect(isRuneError(other)).toBe(false);
});
