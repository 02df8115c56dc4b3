import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { String as LibraryString } from "../../../src/typescript/library/string.ts";
import { callDifferences, methodDifferences, staticDifferences } from "./compare.ts";

const samples = ["", "a", "abcabc", "a😀b\ud800", " \u00a0x\n", "ﬀ İß", "$1$&"];
const indices = [undefined, 0, 1, -1, 2, -2.5, 2.5, -0.5, NaN, Infinity, -Infinity, 10, 4294967296, "1"];
/** Where a pattern is meant, an object is one that brings its own search. */
const patterns = ["", "a", "b", "bc", "abcabc", "abcabcd", "😀", "\ud83d", undefined, null, 5, true, [1, 2]];
const texts = [...patterns, {}];

const check = (name: string, ...lists: unknown[][]): string[] =>
  methodDifferences(LibraryString, samples, name, ...lists);

describe("methods of strings", () => {
  it.each(["at", "charAt", "charCodeAt", "codePointAt"])("%s", (name) =>
    expect(check(name, indices)).toStrictEqual([]),
  );
  it.each(["slice", "substring", "substr"])("%s", (name) => expect(check(name, indices, indices)).toStrictEqual([]));
  it.each(["indexOf", "lastIndexOf", "includes", "startsWith", "endsWith"])("%s", (name) =>
    expect(check(name, texts, indices)).toStrictEqual([]),
  );
  it.each(["padStart", "padEnd"])("%s", (name) =>
    expect(check(name, [0, 3, 9.5, -1, NaN, undefined, 2 ** 30, Infinity], texts)).toStrictEqual([]),
  );
  it("repeat", () =>
    expect(check("repeat", [0, 1, 3.9, -1, -0.5, NaN, Infinity, -Infinity, undefined, "2", 2 ** 29])).toStrictEqual(
      [],
    ));
  it("concat", () => expect(check("concat", texts, [1, undefined], ["z"])).toStrictEqual([]));
  it("split", () => expect(check("split", patterns, [undefined, 0, 1, 2, -1, 4294967297, 1.5, "2"])).toStrictEqual([]));
  it("normalize", () =>
    expect(check("normalize", [undefined, "NFC", "NFD", "NFKC", "NFKD", "nfc", null])).toStrictEqual([]));
  it.each(["trim", "trimStart", "trimEnd", "toUpperCase", "toLowerCase", "toString", "valueOf"])("%s", (name) =>
    expect(check(name)).toStrictEqual([]),
  );
  it.each(["toLocaleUpperCase", "toLocaleLowerCase"])("%s", (name) =>
    expect(check(name, [undefined, "tr", ["tr", "de"], "!"])).toStrictEqual([]),
  );
  it("trimLeft, trimRight", () => {
    expect([...check("trimLeft"), ...check("trimRight")]).toStrictEqual([]);
  });
  it("localeCompare", () => {
    const all = check(
      "localeCompare",
      [...samples, "A", "a10", undefined],
      [undefined, "de", ["sv"], "!"],
      [undefined, { numeric: true }, { sensitivity: "base", numeric: undefined }],
    );
    expect(all).toStrictEqual([]);
  });

  it("iterates by code points", () => {
    for (const sample of samples) {
      const iterator = LibraryString.prototype["@@iterator"].call(sample) as unknown as Iterable<string>;
      expect([...iterator]).toStrictEqual([...sample]);
    }
  });
});

describe("replace and replaceAll of texts", () => {
  const replacements: unknown[] = [
    "",
    "-",
    "$",
    "$$",
    "[$&]",
    "[$`|$']",
    "$1 $< $$$",
    "$&$$&",
    undefined,
    null,
    5,
    (match: string, at: number, text: string) => `<${match}@${at} of ${text}>`,
    () => "$&",
    () => undefined,
  ];
  it.each(["replace", "replaceAll"])("%s", (name) => expect(check(name, patterns, replacements)).toStrictEqual([]));

  it("agree on any text", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "$", "&", "`", "'", "1"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, (subject, search, replacement) => {
        const all = [
          ...callDifferences(LibraryString, subject, "replace", [search, replacement]),
          ...callDifferences(LibraryString, subject, "replaceAll", [search, replacement]),
          ...callDifferences(LibraryString, subject, "split", [search]),
        ];
        expect(all).toStrictEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the static side of String", () => {
  it("converts", () => {
    const general = LibraryString["@@call"] as (...values: unknown[]) => string;
    const values = [undefined, null, true, 1.5, -0, "a", 10n, Symbol("s"), [1, [2]], {}, { toString: () => "own" }];
    for (const value of values) {
      expect(general(value)).toBe(String(value));
      expect(LibraryString["@@call/1"](value)).toBe(String(value));
    }
    expect(general()).toBe("");
  });

  it.each(["fromCharCode", "fromCodePoint"])("%s", (name) => {
    const all = [[], [97], [97, 98], [65536 + 97], [-1], [1.5], [0x1f600], [NaN], [1e20], [0x110000], ["97"], [97, -1]];
    expect(all.flatMap((codes) => staticDifferences(LibraryString, String, name, codes))).toStrictEqual([]);
  });

  it("raw", () => {
    const template = { raw: ["a", "\\n", "c"] };
    for (const values of [[], [1], [1, 2], [1, 2, 3]]) {
      expect(LibraryString.raw(template, ...values)).toBe(String.raw(template, ...values));
    }
  });
});
