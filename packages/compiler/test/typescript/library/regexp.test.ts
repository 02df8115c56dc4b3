import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import "./intrinsics-shim.ts";
import { MatchArray, MatchIndices } from "../../../src/typescript/library/match-array.ts";
import { GlobalRegExp, RegExp as RegExpOfLibrary, SingleRegExp } from "../../../src/typescript/library/regexp.ts";
import { String as LibraryString } from "../../../src/typescript/library/string.ts";
import { actionDifferences, outcomeOf } from "./compare.ts";
import { asNative } from "./iterable.ts";

asNative(MatchArray);
asNative(MatchIndices as never);

type Callable = (this: unknown, ...args: unknown[]) => unknown;

const patterns = [
  "a",
  "(a)(b)?",
  "(?<first>a|b)(?<second>c)?",
  "",
  "(?:)",
  "x*",
  "^b",
  "b$",
  "[\\s,]+",
  ".",
  "\\u{1F600}|a",
  "(?<=a)b",
  "/",
];
const flagSets = ["", "g", "y", "gy", "i", "gi", "u", "gu", "d", "dg", "m", "s", "v", "gv"];
const texts = ["", "a", "ab", "abcab", "b,a ,c", "xxaxx", "\u{1F600}a\u{1F600}", "A\nB", "a/b", "bab"];

/** A match as an array with properties, of either kind. */
function plain(value: unknown): unknown {
  const isMatch = value instanceof MatchArray || (Array.isArray(value) && "index" in value);
  if (!isMatch) return value;
  const { index, input, groups } = value as RegExpExecArray;
  return { items: [...(value as RegExpExecArray)], index, input, groups: groups && { ...groups }, at: value.at(-1) };
}

/** What differs when both kinds of regular expression go through the same calls. */
function compare(
  source: string,
  flags: string,
  action: (regexp: RegExp, call: typeof callLibrary) => unknown,
): string[] {
  return actionDifferences(
    `/${source}/${flags}`,
    () => action(new RegExpOfLibrary(source, flags) as unknown as RegExp, callLibrary),
    () => action(new RegExp(source, flags), callNative),
  );
}

function callLibrary(text: string, name: string, ...args: unknown[]): unknown {
  return (LibraryString.prototype as unknown as Record<string, Callable>)[name]!.call(text, ...args);
}

function callNative(text: string, name: string, ...args: unknown[]): unknown {
  return (text as unknown as Record<string, Callable>)[name]!(...args);
}

function expressions(): [source: string, flags: string][] {
  const all = patterns.flatMap((source) => flagSets.map((flags): [string, string] => [source, flags]));
  return all.filter(([source, flags]) => /[uv]/.test(flags) || !source.includes("{"));
}

function everywhere(action: (regexp: RegExp, text: string, call: typeof callLibrary) => unknown): string[] {
  return expressions().flatMap(([source, flags]) =>
    texts.flatMap((text) => compare(source, flags, (regexp, call) => action(regexp, text, call))),
  );
}

describe("RegExp", () => {
  it("executes and tests, going on where the last match ended", () => {
    expect(
      everywhere((regexp, text) => {
        const seen: unknown[] = [];
        for (const from of [undefined, undefined, undefined, 1, 100, -1, 0.9]) {
          if (from !== undefined) regexp.lastIndex = from;
          seen.push(plain(regexp.exec(text)), regexp.lastIndex, regexp.test(text), regexp.lastIndex);
        }
        return seen;
      }),
    ).toStrictEqual([]);
  });

  test.each(["match", "search", "split"])("serves String's %s", (name) => {
    expect(
      everywhere((regexp, text, call) => {
        regexp.lastIndex = 1;
        return [plain(call(text, name, regexp)), plain(call(text, name, regexp)), regexp.lastIndex];
      }),
    ).toStrictEqual([]);
  });

  it("splits up to a limit", () => {
    for (const limit of [0, 1, 2, -1, 1.5, undefined]) {
      expect(everywhere((regexp, text, call) => call(text, "split", regexp, limit))).toStrictEqual([]);
    }
  });

  it("finds all matches", () => {
    expect(
      everywhere((regexp, text, call) => {
        regexp.lastIndex = 1;
        const found = call(text, "matchAll", regexp) as Iterable<unknown>;
        regexp.lastIndex = 5;
        return [[...found].map(plain), regexp.lastIndex];
      }),
    ).toStrictEqual([]);
  });

  test.each(["replace", "replaceAll"])("serves String's %s with texts", (name) => {
    for (const by of ["", "[$&]", "$1-$2-$<first>", "$$$`$'$0$3"]) {
      expect(
        everywhere((regexp, text, call) => {
          regexp.lastIndex = 1;
          return [call(text, name, regexp, by), regexp.lastIndex, call(text, name, regexp, by)];
        }),
      ).toStrictEqual([]);
    }
  });

  test.each(["replace", "replaceAll"])("serves String's %s with functions", (name) => {
    expect(
      everywhere((regexp, text, call) => {
        regexp.lastIndex = 1;
        const seen: unknown[] = [];
        const by = (...details: unknown[]): unknown => {
          seen.push(details.map((detail) => (typeof detail === "object" ? { ...detail } : detail)));
          return seen.length;
        };
        return [call(text, name, regexp, by), regexp.lastIndex, call(text, name, regexp, by), seen];
      }),
    ).toStrictEqual([]);
  });

  it("tells of itself", () => {
    const problems = expressions().flatMap(([source, flags]) =>
      compare(source, flags, (regexp) => [
        regexp.source,
        regexp.flags,
        `${regexp}`,
        Object.keys(regexp),
        regexp.global,
        regexp.ignoreCase,
        regexp.multiline,
        regexp.sticky,
        regexp.unicode,
        regexp.dotAll,
        regexp.hasIndices,
      ]),
    );
    expect(problems).toStrictEqual([]);
  });

  it("is made of another one, and complains as V8 does", () => {
    const make = (type: typeof RegExp, call: (...args: never[]) => RegExp): unknown[] => {
      const first = new type("a", "gi");
      const given = [
        new type(first),
        new type(first, "m"),
        new type(undefined as never),
        new type(undefined as never, undefined),
        call(first as never),
      ];
      return [
        given.map(String),
        given[4] === first,
        ["(", "a"].map((source) => outcomeOf(() => String(new type(source)))),
        ["gg", "x", "gy"].map((flags) => outcomeOf(() => String(new type("a", flags)))),
      ];
    };
    const call = RegExpOfLibrary["@@call"] as (...args: never[]) => unknown;
    expect(make(RegExpOfLibrary as never, call as never)).toStrictEqual(make(RegExp, RegExp as never));
  });

  it("gives literals a `match` of one kind", () => {
    const single = new SingleRegExp("(a)b?", "")["@@match"]("xab");
    expect(plain(single)).toStrictEqual(plain(/(a)b?/.exec("xab")));
    expect(new GlobalRegExp("a.", "g")["@@match"]("abac")).toStrictEqual(["ab", "ac"]);
    expect(new GlobalRegExp("a.", "g")["@@match"]("b")).toBe(null);
  });

  it("does the same for any text", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", ",", " ", "\u{1F600}", "\ud83d") });
    fc.assert(
      fc.property(text, fc.constantFrom(...patterns), fc.constantFrom("g", "gu", "", "gy"), (text, source, flags) => {
        fc.pre(flags.includes("u") || !source.includes("{"));
        const problems = compare(source, flags, (regexp, call) => [
          call(text, "split", regexp),
          call(text, "replace", regexp, (match: string, at: unknown) => `<${match}${String(at)}>`),
          plain(call(text, "match", regexp)),
        ]);
        expect(problems).toStrictEqual([]);
      }),
    );
  });
});

describe("a match", () => {
  const ours = new RegExpOfLibrary("(?<x>a)(b)?(c)", "d").exec("zac")! as unknown as RegExpExecArray;
  const theirs = /(?<x>a)(b)?(c)/d.exec("zac")!;
  const read: Record<string, (match: RegExpExecArray) => unknown> = {
    length: (match) => match.length,
    iteration: (match) => [...match],
    join: (match) => match.join("-"),
    map: (match) => match.map((text, i) => `${i}${text}`),
    filter: (match) => match.filter(Boolean),
    slice: (match) => [match.slice(1), match.slice(-2), match.slice(0, 2)],
    indexOf: (match) => [match.indexOf("a"), match.indexOf("c", -1), match.includes("c")],
    concat: (match) => match.concat(["q"], "r"),
    at: (match) => [match.at(0), match.at(-1), match.at(9), match.at(-9)],
    reduce: (match) => match.reduce((all, text) => `${all}${text}`, "<"),
    text: (match) => `${match as unknown as string}`,
    json: (match) => JSON.stringify(match),
    keys: (match) => [[...match.keys()], [...match.values()], [...match.entries()]],
    some: (match) => [match.some((text) => text === "c"), match.every((text) => text !== "q")],
    indices: (match) => [[...match.indices!], match.indices!.length, { ...match.indices!.groups }],
  };
  test.each(Object.entries(read))("%s", (_, action) => expect(action(ours)).toStrictEqual(action(theirs)));

  it("reads elements by index", () => {
    const get = (index: number): unknown => (ours as unknown as MatchArray)["@@get"](index);
    expect([0, 1, 2, 3, 4, -1, 0.5, NaN].map(get)).toStrictEqual([0, 1, 2, 3, 4, -1, 0.5, NaN].map((i) => theirs[i]));
    expect((ours.indices as unknown as MatchIndices)["@@get"](3)).toStrictEqual([2, 3]);
  });
});
