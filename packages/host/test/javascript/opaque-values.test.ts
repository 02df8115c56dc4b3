import { describe, expect, it } from "vitest";
import { createJavascriptFunctions } from "../../src/javascript/index.ts";

type AnyFunction = (...values: unknown[]) => unknown;

function create(...parameters: Parameters<typeof createJavascriptFunctions>): Record<string, AnyFunction> {
  return createJavascriptFunctions(...parameters) as unknown as Record<string, AnyFunction>;
}

const functions = create();
const call = (name: string, ...values: unknown[]): unknown => functions[name]?.(...values);

describe("dates", () => {
  const times = [
    0,
    1e12,
    -1e12,
    951_782_400_000,
    -62_135_596_800_000,
    -62_000_000_000_000,
    8.64e15 - 1e9,
    -8.64e15 + 1e9,
  ];

  it("finds the time that clocks show", () => {
    for (const time of times) {
      const date = new Date(time);
      const shown = Date.UTC(
        2000,
        date.getMonth(),
        date.getDate(),
        date.getHours(),
        date.getMinutes(),
        date.getSeconds(),
      );
      const local = new Date(shown).setUTCFullYear(date.getFullYear());
      expect(call("date_fromLocal", local + date.getMilliseconds())).toBe(time);
    }
  });

  it("gives what clocks show for the seconds before time zones too, and up to the ends of time", () => {
    for (const time of [0, 1709214330123, -1e13, -6.2e13, 8.64e15, -8.64e15]) {
      const date = new Date(time);
      const shown = new Date(Date.UTC(2000, 0, 1, date.getHours(), date.getMinutes(), date.getSeconds()));
      const local = call("date_toLocal", time) as number;
      expect((((local % 86_400_000) + 86_400_000) % 86_400_000) - (((time % 1000) + 1000) % 1000)).toBe(
        shown.getTime() % 86_400_000,
      );
      expect(call("date_fromLocal", local)).toBe(time);
    }
    expect(call("date_toLocal", Number.NaN)).toBeNaN();
  });

  it("keeps the years of the first century", () => {
    const date = new Date(2000, 5, 15, 12);
    date.setFullYear(50);
    const local = new Date(Date.UTC(2000, 5, 15, 12)).setUTCFullYear(50);
    expect(call("date_fromLocal", local)).toBe(date.getTime());
  });

  it("names the zone as `toString` does", () => {
    const date = new Date(1e12);
    expect(date.toString()).toContain(call("date_zone", 1e12));
    expect(call("date_zone", Number.NaN)).toBe("");
  });
});

describe("locales and options", () => {
  it("reads tags and options as the guest writes them", () => {
    expect(call("number_toLocaleString", 1234.5, "de-DE", "")).toBe((1234.5).toLocaleString("de-DE"));
    expect(call("number_toLocaleString", 1234.5, "xx,en-US", "minimumFractionDigits=2\nuseGrouping=false\n")).toBe(
      "1234.50",
    );
    expect(call("string_localeCompare", "a2", "a10", "en", "numeric=true\n")).toBe(-1);
    expect(call("string_localeCompare", "a2", "a10", "en", "numeric=false\n")).toBe(1);
    expect(() => call("number_toLocaleString", 1, "not a tag", "")).toThrow(RangeError);
  });
});

describe("promises", () => {
  it("calls a function reference with what it belongs to and the value", async () => {
    const calls: unknown[] = [];
    const note =
      (kind: string) =>
      (...values: unknown[]): void =>
        void calls.push([kind, ...values]);
    call("microtask_queue", note("job"), "a");
    call("promise_then", Promise.resolve(1), note("fulfilled"), "b", note("rejected"), "c");
    call("promise_then", Promise.reject(new Error("no")), note("fulfilled"), "d", note("rejected"), "e");
    expect(calls).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(calls).toEqual([
      ["job", "a", undefined],
      ["fulfilled", "b", 1],
      ["rejected", "e", new Error("no")],
    ]);
  });

  it("tells promises from other values", () => {
    expect([Promise.resolve(), {}, null, "p"].map((value) => call("promise_is", value))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("rejects a promise, whose rejection it handles later", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", listen);
    const handled = call("promise_reject", "RangeError", "handled", "");
    call("promise_handled", handled);
    call("promise_reject", "RangeError", "not handled", "");
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", listen);
    expect(unhandled.map((reason) => (reason as Error).message)).toEqual(["not handled"]);
    expect(() => call("promise_handled", {})).toThrow(TypeError);
  });

  it("reports a rejection as an error with the guest's name, message and stack", () => {
    const reports: Error[] = [];
    create({}, (error) => reports.push(error))["promise_reject"]?.("TypeError", "no", "TypeError: no\n at x");
    expect(reports.map(({ name, message, stack }) => [name, message, stack])).toEqual([
      ["TypeError", "no", "TypeError: no\n at x"],
    ]);
  });
});

describe("regular expressions", () => {
  it("hands out matches", () => {
    const pattern = call("regexp_new", "(?<year>\\d+)-(?<month>\\d+)?", "d");
    const match = call("regexp_exec", pattern, "on 2024-", 0);
    expect(call("regexp_exec", pattern, "none", 0)).toBe(null);
    expect([call("match_index", match), call("match_end", match), call("match_count", match)]).toEqual([3, 8, 3]);
    expect([0, 1, 2, 3, -1].map((at) => call("match_get", match, at))).toEqual(["2024-", "2024", null, null, null]);
    expect(call("match_nameCount", match)).toBe(2);
    expect([0, 1, 2].map((at) => call("match_name", match, at))).toEqual(["year", "month", ""]);
    expect([0, 1, 2].map((at) => call("match_named", match, at))).toEqual(["2024", null, null]);
    expect([call("match_groupStart", match, 1), call("match_groupEnd", match, 1)]).toEqual([3, 7]);
    expect([call("match_groupStart", match, 2), call("match_nameStart", match, 0)]).toEqual([-1, 3]);
    expect([call("match_nameEnd", match, 0), call("match_nameEnd", match, 9)]).toEqual([7, -1]);
  });

  it("starts where it is told if the flags say so", () => {
    const starts = (flags: string): unknown[] =>
      [0, 1, 4, 9].map((from) => call("regexp_test", call("regexp_new", "b", flags), "abcb", from));
    expect([starts("g"), starts("y"), starts("")]).toEqual([
      [2, 2, -1, -1],
      [-1, 2, -1, -1],
      [0, 0, 0, 0],
    ]);
  });

  it("replaces, splits and lists matches", () => {
    const all = call("regexp_new", "b(.)", "g");
    const texts = (list: unknown): unknown[] =>
      Array.from({ length: call("texts_length", list) as number }, (_, at) => call("texts_get", list, at));
    expect(call("regexp_replace", all, "abcabd", "[$1$&]", 3)).toBe("a[cbc]a[dbd]");
    expect(call("regexp_replace", call("regexp_new", "a", "y"), "aaa", "b", 1)).toBe("aba");
    expect(texts(call("regexp_matchAll", all, "abcabd"))).toEqual(["bc", "bd"]);
    expect(texts(call("regexp_matchAll", all, "x"))).toEqual([]);
    expect(texts(call("regexp_split", call("regexp_new", ",|(;)", ""), "a,b;c", 2 ** 32 - 1))).toEqual([
      "a",
      null,
      "b",
      ";",
      "c",
    ]);
    expect(texts(call("regexp_split", call("regexp_new", ",", ""), "a,b,c", 2))).toEqual(["a", "b"]);
    expect([call("regexp_source", call("regexp_new", "/", "")), call("regexp_flags", all)]).toEqual(["\\/", "g"]);
  });

  it("says what is wrong with a pattern as the engine does", () => {
    expect(() => call("regexp_new", "(", "")).toThrow(/Invalid regular expression/);
    expect(() => call("regexp_new", "a", "gg")).toThrow(/Invalid flags/);
  });
});
