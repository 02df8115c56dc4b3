import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { BigInt as LibraryBigInt } from "../../../src/typescript/library/bigint.ts";
import { methodDifferences, staticDifferences } from "./compare.ts";

const bigints = [0n, 1n, -1n, 255n, -(2n ** 64n), 2n ** 70n + 1n];
const oddities = [
  5,
  -0,
  1.5,
  NaN,
  2 ** 53,
  "",
  " 0x1f ",
  "12px",
  "-7",
  true,
  null,
  undefined,
  [],
  [5],
  {},
  Symbol("s"),
];

describe("BigInt", () => {
  it("converts", () => {
    const ours = { call: LibraryBigInt["@@call"] };
    const all = [...bigints, ...oddities, { valueOf: () => 7 }, { valueOf: () => 7n }];
    expect(all.flatMap((value) => staticDifferences(ours, { call: BigInt }, "call", [value]))).toStrictEqual([]);
    expect(() => new LibraryBigInt()).toThrow("BigInt is not a constructor");
  });

  it.each(["asIntN", "asUintN"])("%s", (name) => {
    const bits = [0, 1, 8, 64, 65, -1, "16", 2 ** 53, NaN];
    const all = bits.flatMap((count) => [...bigints, "300", true, 5, null].map((value) => [count, value]));
    const possible = all.filter(([count, value]) => !(count === 2 ** 53 && typeof value === "bigint" && value < 0n));
    expect(possible.flatMap((args) => staticDifferences(LibraryBigInt, BigInt, name, args))).toStrictEqual([]);
  });

  it("is converted", () => {
    const radices = [undefined, 2, 10, 16, 36, 37, 1, NaN, "8"];
    expect(methodDifferences(LibraryBigInt, bigints, "toString", radices)).toStrictEqual([]);
    expect(methodDifferences(LibraryBigInt, bigints, "toLocaleString", [undefined, "de"])).toStrictEqual([]);
    expect(methodDifferences(LibraryBigInt, bigints, "valueOf")).toStrictEqual([]);
  });
});
