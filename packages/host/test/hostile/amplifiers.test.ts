import { javascriptFunctions } from "@rune/schema";
import { describe, expect, it } from "vitest";
import { createJavascriptFunctions } from "../../src/index.ts";
import { startHostile, type HostileOptions } from "./start-hostile.ts";

/*
 * What takes the host much longer than the module pays for: each of these ran for minutes or hours, or took all memory, when only the module's own
 * code counted. The budget is a fiftieth of the usual one.
 */

const js = (name: string, type: string): string => `(import "rune:js" "${name}" (func $${name} ${type}))`;
const host = (name: string, type: string): string => `(import "rune:host" "${name}" (func $${name} ${type}))`;
const forever = (work: string, locals = ""): string => `(func (export "run") ${locals} (loop $l ${work} (br $l)))`;
const caught = (work: string): string => `(block $c (try_table (catch_all $c) ${work}))`;
const text = (value: string): string => `(import "'" "${value}" (global $text (ref extern)))`;
const bigints = `${js("bigint_fromNumber", "(param f64) (result externref)")}
  ${js("bigint_shiftLeft", "(param externref externref) (result externref)")}`;
const large = `(local.set $a (call $bigint_shiftLeft (call $bigint_fromNumber (f64.const 7)) (call $bigint_fromNumber (f64.const 1000000))))`;
const withLarge = (work: string): string =>
  `(func (export "run") (local $a externref) (local $i i32) ${large} (loop $l ${work} (br $l)))`;
const binary = "(param externref externref) (result externref)";

describe("a module that lets the host work", () => {
  it.each<[name: string, wat: string]>([
    [
      "products",
      `${bigints} ${js("bigint_multiply", binary)} ${withLarge(caught("(drop (call $bigint_multiply (local.get $a) (local.get $a)))"))}`,
    ],
    [
      "powers",
      `${bigints} ${js("bigint_power", binary)} ${withLarge(caught("(drop (call $bigint_power (local.get $a) (call $bigint_fromNumber (f64.const 1))))"))}`,
    ],
    [
      "digits",
      `${bigints} ${js("bigint_toString", "(param externref) (result externref)")} ${withLarge("(drop (call $bigint_toString (local.get $a)))")}`,
    ],
    [
      "copies",
      `${bigints} ${js("bigint_not", "(param externref) (result externref)")} ${withLarge("(drop (call $bigint_not (local.get $a)))")}`,
    ],
    [
      "comparisons",
      `${bigints} ${js("bigint_equals", "(param externref externref) (result i32)")} ${withLarge("(drop (call $bigint_equals (local.get $a) (local.get $a)))")}`,
    ],
    [
      "errors of the engine",
      `${js("number_toFixed", "(param f64 i32) (result externref)")} ${forever(caught("(drop (call $number_toFixed (f64.const 1) (i32.const 1000)))"))}`,
    ],
    [
      "errors of the host",
      `${js("json_check", "(param externref)")} ${forever(caught("(call $json_check (ref.null extern))"))}`,
    ],
    [
      "errors of host functions",
      `${host("log_info", "(param externref)")} ${forever(caught("(call $log_info (ref.null extern))"))}`,
    ],
    [
      "languages",
      `${text("de")} ${js("number_toLocaleString", "(param f64 externref externref) (result externref)")}
      ${forever("(drop (call $number_toLocaleString (f64.const 1) (global.get $text) (global.get $text)))")}`,
    ],
    [
      "dates",
      `${text("de")} ${js("date_toLocaleString", "(param f64 i32 externref externref) (result externref)")}
      ${forever("(drop (call $date_toLocaleString (f64.const 1) (i32.const 0) (global.get $text) (global.get $text)))")}`,
    ],
    [
      "orders of languages",
      `${text("de")} ${js("string_localeCompare", "(param externref externref externref externref) (result i32)")}
      ${forever("(drop (call $string_localeCompare (global.get $text) (global.get $text) (global.get $text) (global.get $text)))")}`,
    ],
  ])("is stopped: %s", { timeout: 20_000 }, async (_name, wat) => {
    const instance = await startHostile(wat, { imports: ["log_info"] });
    expect(() => instance.call("run")).toThrow(expect.objectContaining({ code: "guest_out_of_fuel" }));
    expect(instance.state).toBe("stopped");
  });

  it.each<[name: string, type: string, work: string, most: number]>([
    ["log_info", "(param externref)", "(call $log_info (global.get $text))", 2000],
    ["core_dispatch_mutation", "(param externref)", "(call $core_dispatch_mutation (global.get $text))", 800],
    [
      "set_local_state",
      "(param externref externref)",
      "(call $set_local_state (global.get $text) (global.get $text))",
      1000,
    ],
    ["set_timeout", "(param externref f64)", "(call $set_timeout (global.get $text) (f64.const 0))", 4000],
    ["assets_fetch", "(param externref) (result externref)", "(drop (call $assets_fetch (global.get $text)))", 20],
  ])("has so many calls of %s at most", async (name, type, work, most) => {
    let calls = 0;
    const functions = { [name]: () => (calls++, name === "assets_fetch" ? new Uint8Array(1_000_000) : undefined) };
    const options: HostileOptions = { imports: [name], functions: functions as never };
    const instance = await startHostile(`${text("[]")} ${host(name, type)} ${forever(work)}`, options);
    expect(() => instance.call("run")).toThrow(expect.objectContaining({ code: "guest_out_of_fuel" }));
    expect(calls).toBeGreaterThan(5);
    expect(calls).toBeLessThanOrEqual(most);
  });

  it("pays no more for small numbers and texts than its own code does", async () => {
    const wat = `${bigints} ${js("bigint_add", binary)} (global $i (mut i32) (i32.const 0))
      (func (export "run") (local $a externref) (local.set $a (call $bigint_fromNumber (f64.const 7)))
        (loop $l (local.set $a (call $bigint_add (local.get $a) (local.get $a)))
          (global.set $i (i32.add (global.get $i) (i32.const 1))) (br_if $l (i32.lt_s (global.get $i) (i32.const 1500)))))`;
    const instance = await startHostile(wat, { rest: { fuel: { budget: 1_000_000 } } });
    expect(() => instance.call("run")).not.toThrow();
  });
});

it("has no function with more parameters than are passed on", () => {
  const names = Object.entries(createJavascriptFunctions());
  expect(names.filter(([, each]) => each.length > 5)).toEqual([]);
  const counts = Object.values(javascriptFunctions).map(
    ({ parameters }) => parameters.flatMap((type) => (type === "callback" ? [type, type] : type)).length,
  );
  expect(Math.max(...counts)).toBe(5);
});
