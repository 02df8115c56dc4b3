import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { Array as LibraryArray } from "../../../src/typescript/library/array.ts";
import { templateStrings } from "../../../src/typescript/library/template-strings.ts";

describe("the texts of templates", () => {
  it("know how they were written, which other arrays do not", () => {
    const raw = Object.getOwnPropertyDescriptor(LibraryArray.prototype, "raw")?.get as (this: unknown[]) => unknown;
    expect(raw.call([])).toBe(undefined);
    const texts = templateStrings(["\n"], ["\\n"]);
    const others = templateStrings(["a", "b"], ["a", "b"]);
    expect([texts, raw.call(texts), raw.call(others)]).toStrictEqual([["\n"], ["\\n"], ["a", "b"]]);
    expect(raw.call(["\n"])).toBe(undefined);
  });
});
