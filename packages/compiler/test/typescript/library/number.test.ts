import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { Boolean as LibraryBoolean } from "../../../src/typescript/library/boolean.ts";
import * as globals from "../../../src/typescript/library/global-functions.ts";
import { Math as LibraryMath } from "../../../src/typescript/library/math.ts";
import { Number as LibraryNumber } from "../../../src/typescript/library/number.ts";
import { methodDifferences, staticDifferences } from "./compare.ts";

const numbers = [0, -0, 1, -1.5, 0.5, -0.5, 2.5, 123.456, 1e21, 1e-7, 5e-324, 2 ** 53, NaN, Infinity, -Infinity];
const oddities = [...numbers, "12", " 0x1f ", "", "a", null, undefined, true, [], [5], {}, "1e3", "-"];
const digits = [undefined, 0, 1, 2, 10, 16, 36, 37, 100, 101, -1, 1.9, NaN, "2"];

const namesOf = (native: object): string[] =>
  Object.getOwnPropertyNames(native).filter((name) => typeof (native as Record<string, unknown>)[name] === "function");

describe("Number", () => {
  it.each(["toString", "toFixed", "toPrecision", "toExponential"])("%s", (name) => {
    expect(methodDifferences(LibraryNumber, numbers, name, digits)).toStrictEqual([]);
  });

  it("toLocaleString, valueOf", () => {
    const options = [undefined, { minimumFractionDigits: 2, useGrouping: false }];
    const locales = [undefined, "de", ["en", "de"], "not a locale"];
    expect(methodDifferences(LibraryNumber, numbers, "toLocaleString", locales, options)).toStrictEqual([]);
    expect(methodDifferences(LibraryNumber, numbers, "valueOf")).toStrictEqual([]);
  });

  it("converts", () => {
    const values = [...oddities, 5n, 2n ** 60n + 1n, Symbol("s"), { valueOf: () => 7 }, { valueOf: () => 7n }];
    const ours = { call: LibraryNumber["@@call"], "call/1": LibraryNumber["@@call/1"] };
    const all = [[], ...values.map((value) => [value])];
    expect(all.flatMap((args) => staticDifferences(ours, { call: Number }, "call", args))).toStrictEqual([]);
  });

  it.each(namesOf(Number).filter((name) => name !== "prototype"))("%s", (name) => {
    const all = [[], ...[...oddities, 2 ** 53 - 1, 5n].map((value) => [value])];
    expect(all.flatMap((args) => staticDifferences(LibraryNumber, Number, name, args))).toStrictEqual([]);
  });

  it("has the constants", () => {
    for (const name of ["EPSILON", "MAX_SAFE_INTEGER", "MAX_VALUE", "MIN_SAFE_INTEGER", "MIN_VALUE", "NaN"] as const) {
      expect(LibraryNumber[name]).toBe(Number[name]);
    }
    expect([LibraryNumber.NEGATIVE_INFINITY, LibraryNumber.POSITIVE_INFINITY]).toStrictEqual([-Infinity, Infinity]);
  });
});

describe("global functions", () => {
  const same = (name: string, lists: unknown[][]): string[] =>
    lists.flatMap((args) => staticDifferences({ ...globals }, globalThis, name, args));

  it.each(["isNaN", "isFinite", "parseFloat"])("%s", (name) => {
    expect(
      same(
        name,
        oddities.map((value) => [value]),
      ),
    ).toStrictEqual([]);
  });

  it("parseInt", () => {
    const texts = ["12", "0x1f", " 7px", "", "z", "101", "1e3", "-0", null, 15.9];
    const radices = [undefined, 0, 2, 10, 16, 36, 37, 1, NaN, "16", 4294967298];
    const all = texts.flatMap((text) => [[text], ...radices.map((radix) => [text, radix])]);
    expect(same("parseInt", all)).toStrictEqual([]);
  });

  it.each(["encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent", "escape", "unescape"])(
    "%s",
    (name) => {
      const texts = [
        "",
        "a b&c=ä😀",
        "%20%26",
        "%",
        "%zz",
        "\ud800",
        5,
        null,
        "%u0041%uD83D%u",
        "%e4%E4%f",
        ",-./@AZ[_`az{*+",
      ];
      expect(
        same(
          name,
          texts.map((text) => [text]),
        ),
      ).toStrictEqual([]);
    },
  );
});

describe("Boolean", () => {
  it("converts and is converted", () => {
    for (const value of [...oddities, 0n, NaN]) expect(LibraryBoolean["@@call"](value)).toBe(Boolean(value));
    for (const name of ["toString", "valueOf"]) {
      expect(methodDifferences(LibraryBoolean, [true, false], name)).toStrictEqual([]);
    }
  });
});

describe("Math", () => {
  const same = (name: string, args: unknown[]): string[] => staticDifferences(LibraryMath, Math, name, args);

  it("has every constant", () => {
    const constants = (math: object): unknown[] =>
      Object.getOwnPropertyNames(Math)
        .map((name) => (math as Record<string, unknown>)[name])
        .filter((value) => typeof value === "number");
    expect(constants(LibraryMath)).toStrictEqual(constants(Math));
  });

  const later = new Set(["f16round", "sumPrecise"]);
  const names = namesOf(Math).filter((name) => name !== "random" && !later.has(name));

  it.each(names)("%s", (name) => {
    expect(same(name, [])).toStrictEqual([]);
    expect(oddities.flatMap((a) => same(name, [a]))).toStrictEqual([]);
    expect(oddities.flatMap((a) => oddities.flatMap((b) => same(name, [a, b])))).toStrictEqual([]);
    expect(oddities.flatMap((a) => oddities.flatMap((b) => same(name, [a, 3, b])))).toStrictEqual([]);
    const near = fc.double({ min: -1000, max: 1000 }).map((x) => Math.round(x * 2) / 2);
    const number = fc.oneof(fc.double(), near);
    fc.assert(fc.property(number, (x) => same(name, [x]).length === 0));
    fc.assert(fc.property(number, number, (x, y) => same(name, [x, y]).length === 0));
    fc.assert(fc.property(fc.array(number, { maxLength: 5 }), (all) => same(name, all).length === 0));
  });

  it("gives random numbers of the host", () => {
    const values = Array.from({ length: 100 }, () => LibraryMath.random());
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(90);
  });
});
