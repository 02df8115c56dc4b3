import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { Date as LibraryDate } from "../../../src/typescript/library/date.ts";
import { actionDifferences } from "./compare.ts";

type AnyDate = Record<string, (...args: unknown[]) => unknown>;
type AnyClass = new (...args: unknown[]) => AnyDate;
const Ours = LibraryDate as unknown as AnyClass & AnyDate;
const Theirs = Date as unknown as AnyClass & AnyDate;

const times = [
  0,
  -0.5,
  1.9,
  -1,
  1709214330123,
  8.64e15,
  -8.64e15,
  8.64e15 + 1,
  NaN,
  -62198755200000,
  -62135596800001,
  253402300800000,
  951782400000,
];
const names = Object.getOwnPropertyNames(Date.prototype).filter((name) => !["constructor", "getYear"].includes(name));
const getters = names.filter((name) => name.startsWith("get") || name.startsWith("to"));
const setters = names.filter((name) => name.startsWith("set") && name !== "setYear");
const known = new Set(["toGMTString", "toTemporalInstant"]);

/** Calls a method on two dates of one time, and tells of each difference in what it gives and leaves. */
function methodDifferences(time: unknown, name: string, args: unknown[] = []): string[] {
  const ours = new Ours(time);
  const theirs = new Theirs(time);
  return [
    ...actionDifferences(
      `${String(time)} ${name}(${args.join()})`,
      () => ours[name]!(...args),
      () => theirs[name]!(...args),
    ),
    ...actionDifferences(
      `after ${String(time)} ${name}(${args.join()})`,
      () => ours["getTime"]!(),
      () => theirs["getTime"]!(),
    ),
  ];
}

describe("Date", () => {
  it("is made of parts, texts, numbers and dates", () => {
    const odd = [undefined, null, true, "2024-02-29", "2024-02-29T12:00", "x", "", 5, -1.5, 1e20, [5]];
    const lists = [
      ...odd.map((value) => [value]),
      [2024, 5],
      [2024, undefined],
      [99, 0, 1],
      [-1, 0, 1],
      [0, 0, 1],
      [2024, 12, 31, 25, 61, 61, 1001],
      [2024.9, -1.9, 15.5],
      [NaN, 1],
      [1e9, 1],
      [275760, 8, 13],
      [2024, 2, 31, 2, 30],
      [2024, 9, 27, 2, 30],
    ];
    const differences = lists.flatMap((list) => [
      ...actionDifferences(
        `new ${list.join()}`,
        () => new Ours(...list)["getTime"]!(),
        () => new Theirs(...list)["getTime"]!(),
      ),
      ...actionDifferences(
        `UTC ${list.join()}`,
        () => Ours["UTC"]!(...list),
        () => Theirs["UTC"]!(...list),
      ),
    ]);
    expect(differences).toStrictEqual([]);
    const date = new LibraryDate(7);
    expect(new LibraryDate(date).getTime()).toBe(7);
  });

  it("tells the time", () => {
    expect(Math.abs(LibraryDate.now() - Date.now())).toBeLessThan(1000);
    expect(Math.abs(new LibraryDate().getTime() - Date.now())).toBeLessThan(1000);
    expect(LibraryDate["@@call"]()).toMatch(/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d{4} /);
    expect(LibraryDate.parse("2024-02-29")).toBe(Date.parse("2024-02-29"));
  });

  it.each(getters.filter((name) => !known.has(name)))("%s", (name) => {
    expect(times.flatMap((time) => methodDifferences(time, name))).toStrictEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (time) => {
        expect(methodDifferences(time, name)).toStrictEqual([]);
      }),
    );
  });

  it.each(["toLocaleString", "toLocaleDateString", "toLocaleTimeString"])("%s for a locale", (name) => {
    const options = { timeZone: "Asia/Tokyo", month: "long", hour: "numeric" };
    expect(methodDifferences(1709214330123, name, ["de-DE"])).toStrictEqual([]);
    expect(methodDifferences(1709214330123, name, ["en", options])).toStrictEqual([]);
  });

  it.each(setters)("%s", (name) => {
    const lists = [
      [],
      [5],
      [-1],
      [31, 1],
      [2000, 1, 29],
      [25, 61, 61, 1001],
      [undefined],
      [1, undefined],
      [NaN],
      [1.9],
    ];
    expect(times.flatMap((time) => lists.flatMap((list) => methodDifferences(time, name, list)))).toStrictEqual([]);
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 4 }),
        (time, list) => {
          expect(methodDifferences(time, name, list)).toStrictEqual([]);
        },
      ),
    );
  });

  it("is converted as its hint says", () => {
    for (const time of [5, NaN]) {
      const date = new LibraryDate(time);
      for (const hint of ["number", "string", "default"] as const) {
        expect(date["@@toPrimitive"](hint)).toBe(new Date(time)[Symbol.toPrimitive](hint));
      }
    }
  });
});
