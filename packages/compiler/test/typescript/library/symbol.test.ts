import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { Symbol as LibrarySymbol } from "../../../src/typescript/library/symbol.ts";
import { methodDifferences, staticDifferences } from "./compare.ts";

const symbols = [Symbol("one"), Symbol(), Symbol(""), Symbol.for("shared"), Symbol.iterator];

describe("Symbol", () => {
  it("has the well-known symbols", () => {
    const names = Object.getOwnPropertyNames(Symbol).filter(
      (name) => typeof (Symbol as unknown as Record<string, unknown>)[name] === "symbol",
    ) as (keyof typeof LibrarySymbol)[];
    // Those of resource management are for a language that is not compiled.
    for (const name of names.filter((name) => !/^(asyncD|d)ispose$/.test(name))) {
      expect([name, LibrarySymbol[name]]).toStrictEqual([name, (Symbol as unknown as Record<string, unknown>)[name]]);
    }
  });

  it("makes new ones", () => {
    const make = LibrarySymbol["@@call"];
    expect([make("a").description, make().description, make(5).description]).toStrictEqual(["a", undefined, "5"]);
    expect(make("a")).not.toBe(make("a"));
    expect(() => new LibrarySymbol()).toThrow("Symbol is not a constructor");
  });

  it("registers", () => {
    expect(["shared", 5, null].flatMap((key) => staticDifferences(LibrarySymbol, Symbol, "for", [key]))).toStrictEqual(
      [],
    );
    const keys = [...symbols, "text", 5, undefined];
    expect(keys.flatMap((key) => staticDifferences(LibrarySymbol, Symbol, "keyFor", [key]))).toStrictEqual([]);
  });

  it("describes", () => {
    for (const name of ["toString", "valueOf"]) {
      expect(methodDifferences(LibrarySymbol, symbols, name)).toStrictEqual([]);
    }
    const getter = Object.getOwnPropertyDescriptor(LibrarySymbol.prototype, "description")!.get!;
    expect(symbols.map((symbol) => getter.call(symbol) as unknown)).toStrictEqual(
      symbols.map(({ description }) => description),
    );
  });
});
