import { hostFunctions } from "@rune/schema";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createInstance, type HostFunctions, type Instance } from "../src/index.ts";
import { compileWat, createEntry } from "./compile-wat.ts";

const capabilities = ["log", "state", "time", "random", "ui", "timers"] as const;

async function load(
  wat: string,
  functions: HostFunctions,
  exports: Parameters<typeof createEntry>[0],
): Promise<Instance> {
  return createInstance({
    module: compileWat(`(module ${wat})`),
    entry: createEntry(exports, { imports: Object.keys(hostFunctions), capabilities: [...capabilities] }),
    grants: new Set(capabilities),
    functions,
  });
}

/** Logs what lies at a pointer and a length. */
const logger = `
  (import "rune" "log_info" (func $log (param i32 i32)))
  (memory (export "memory") 1 8)
  (data (i32.const 0) "h\\c3\\a4llo\\f0\\9f\\98\\80\\ef\\bb\\bfx\\ff\\c3")
  (func (export "log") (param i32 i32) (call $log (local.get 0) (local.get 1)))
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
  (func (export "fill") (param i32 i32) (memory.fill (local.get 0) (i32.const 65) (local.get 1)))`;
const loggerExports = { log: [["i32", "i32"]], grow: [["i32"], "i32"], fill: [["i32", "i32"]] } as const;

async function loadLogger(log: (text: string) => void): Promise<Instance> {
  return load(logger, { log_info: log }, loggerExports as never);
}

describe("text from the guest", () => {
  test.each<[number, number, string]>([
    [0, 6, "hällo"],
    [0, 10, "hällo😀"],
    [6, 4, "😀"],
    [10, 4, "\ufeffx"],
    [0, 0, ""],
    [65_536, 0, ""],
  ])("at %i with length %i is %j", async (pointer, length, text) => {
    const lines: string[] = [];
    const instance = await loadLogger((line) => lines.push(line));
    instance.call("log", [pointer | 0, length]);
    expect(lines).toEqual([text]);
  });

  test.each<[number, number]>([
    [65_536, 1],
    [65_530, 7],
    [0, 65_537],
    [0, -1],
    [-1, 1],
    [-1, -1],
    [1, -1],
    [-2_147_483_648, 0],
    [65_537, 0],
    [2_147_483_647, 2_147_483_647],
  ])("at %i with length %i breaks the instance", async (pointer, length) => {
    const instance = await loadLogger(() => expect.unreachable());
    const call = (): unknown => instance.call("log", [pointer, length]);
    expect(call).toThrow(
      expect.objectContaining({
        code: "guest_pointer_invalid",
        message: `\`log\` of \`logic/home.wasm\`: The import \`log_info\`: pointer ${pointer >>> 0} and length ${length >>> 0} lie outside the module's memory of 65536 bytes.`,
        data: { file: "logic/home.wasm", export: "log", pointer: pointer >>> 0, length: length >>> 0, size: 65_536 },
      }),
    );
    expect(instance.state).toBe("stopped");
    expect(call).toThrow(expect.objectContaining({ code: "instance_stopped" }));
  });

  test.each<[number, number]>([
    [0, 2],
    [2, 1],
    [14, 1],
    [15, 1],
    [6, 3],
  ])("at %i with length %i is not UTF-8, which the guest survives", async (pointer, length) => {
    const lines: string[] = [];
    const instance = await loadLogger((line) => lines.push(line));
    expect(() => instance.call("log", [pointer, length])).toThrow(
      expect.objectContaining({
        code: "guest_text_invalid",
        message: expect.stringMatching(`log_info.*${length} bytes at ${pointer}`) as string,
      }),
    );
    instance.call("log", [0, 1]);
    expect(lines).toEqual(["h"]);
  });

  it("is found in memory that has grown", async () => {
    const lines: string[] = [];
    const instance = await loadLogger((line) => lines.push(line));
    instance.call("log", [0, 1]);
    expect(instance.call("grow", [2])).toBe(1);
    instance.call("fill", [3 * 65_536 - 3, 3]);
    instance.call("log", [3 * 65_536 - 3, 3]);
    expect(lines).toEqual(["h", "AAA"]);
    expect(() => instance.call("log", [3 * 65_536 - 3, 4])).toThrow(/196608 bytes/);
  });

  it("is checked for any pointer and length", async () => {
    let instance = await loadLogger(() => undefined);
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: -10, max: 70_000 }), async (pointer, length) => {
        if (instance.state === "stopped") instance = await loadLogger(() => undefined);
        let code = "none";
        try {
          instance.call("log", [pointer | 0, length]);
        } catch (error) {
          code = (error as { code: string }).code;
        }
        const isInside = (pointer >>> 0) + (length >>> 0) <= 65_536;
        expect(code === "guest_pointer_invalid").toBe(!isInside);
        expect(["none", "guest_pointer_invalid", "guest_text_invalid"]).toContain(code);
      }),
    );
  });
});

/** Reads state in both forms and copies what comes into memory at 100. */
const reader = (results: string, take: string): string => `
  (import "rune" "get_local_state" (func $get (param i32 i32) (result ${results})))
  (import "rune" "uuid_v4" (func $uuid (result ${results})))
  (import "rune" "read_return_buffer" (func $read (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (global $has (mut i32) (i32.const -5))
  (global $length (mut i32) (i32.const -5))
  (data (i32.const 0) "key\\00\\ff")
  (func (export "get") (call $get (i32.const 0) (i32.const 5)) ${take})
  (func (export "uuid") (call $uuid) ${take})
  (func (export "has") (result i32) (global.get $has))
  (func (export "length") (result i32) (global.get $length))
  (func (export "read") (param i32 i32) (result i32) (call $read (local.get 0) (local.get 1)))
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))`;
const one = reader("i32", "(global.set $length)");
const two = reader("i32 i32", "(global.set $length) (global.set $has)");
const readerExports: Parameters<typeof createEntry>[0] = {
  get: [[]],
  uuid: [[]],
  has: [[], "i32"],
  length: [[], "i32"],
  read: [["i32", "i32"], "i32"],
  byte: [["i32"], "i32"],
};

describe.each([
  ["one result", one, false],
  ["two results", two, true],
])("returned blocks, %s", (_, wat, hasFlag) => {
  const flag = (value: number): number => (hasFlag ? value : -5);

  it("come with their length and are copied on demand", async () => {
    const keys: Uint8Array[] = [];
    const get_local_state = (key: Uint8Array): Uint8Array => {
      keys.push(key);
      return Uint8Array.of(7, 0, 255);
    };
    const instance = await load(wat, { get_local_state, uuid_v4: () => "ä" }, readerExports);
    instance.call("get");
    expect(keys).toEqual([Uint8Array.of(107, 101, 121, 0, 255)]);
    expect([instance.call("has"), instance.call("length")]).toEqual([flag(1), 3]);
    expect(instance.call("read", [100, 100])).toBe(3);
    expect([100, 101, 102, 103].map((at) => instance.call("byte", [at]))).toEqual([7, 0, 255, 0]);
    expect(instance.call("read", [200, 2])).toBe(2);
    expect([200, 201, 202].map((at) => instance.call("byte", [at]))).toEqual([7, 0, 0]);
    instance.call("uuid");
    expect([instance.call("has"), instance.call("length"), instance.call("read", [100, 2])]).toEqual([flag(1), 2, 2]);
    expect(instance.call("byte", [101])).toBe(0xa4);
  });

  it("can be absent, and empty", async () => {
    let value: Uint8Array | undefined;
    const instance = await load(wat, { get_local_state: () => value, uuid_v4: () => "" }, readerExports);
    instance.call("get");
    expect([instance.call("has"), instance.call("length")]).toEqual([flag(0), hasFlag ? 0 : -1]);
    expect(instance.call("read", [0, 100])).toBe(0);
    value = new Uint8Array();
    instance.call("get");
    expect([instance.call("has"), instance.call("length")]).toEqual([flag(1), 0]);
  });

  it("are not written outside of memory", async () => {
    const functions = { get_local_state: () => new Uint8Array(10), uuid_v4: () => "" };
    const instance = await load(wat, functions, readerExports);
    instance.call("get");
    expect(instance.call("read", [65_526, 10])).toBe(10);
    expect(() => instance.call("read", [65_527, 10])).toThrow(
      expect.objectContaining({
        code: "guest_pointer_invalid",
        message: expect.stringContaining("`read_return_buffer`") as string,
      }),
    );
    expect(instance.state).toBe("stopped");
  });
});

describe("other values", () => {
  const wat = `
    (import "rune" "get_time_ms" (func $time (result i64)))
    (import "rune" "get_random" (func $random (result f64)))
    (import "rune" "clear_timer" (func $clear (param i32 i32) (result i32)))
    (import "rune" "set_timeout" (func $set (param i32 i32 f64)))
    (import "rune" "set_local_state" (func $put (param i32 i32 i32 i32)))
    (memory (export "memory") 1)
    (data (i32.const 0) "id")
    (func (export "time") (result i64) (call $time))
    (func (export "random") (result f64) (call $random))
    (func (export "clear") (result i32) (call $clear (i32.const 0) (i32.const 2)))
    (func (export "set") (param f64) (call $set (i32.const 0) (i32.const 2) (local.get 0)))
    (func (export "put") (call $put (i32.const 0) (i32.const 1) (i32.const 1) (i32.const 1)))`;
  const exports: Parameters<typeof createEntry>[0] = {
    time: [[], "i64"],
    random: [[], "f64"],
    clear: [[], "bool"],
    set: [["f64"]],
    put: [[]],
  };

  it("arrive as they are", async () => {
    const calls: unknown[] = [];
    const record = (...values: unknown[]): void => void calls.push(values);
    const instance = await load(
      wat,
      {
        get_time_ms: () => 1_700_000_000_000n,
        get_random: () => 0.25,
        clear_timer: (id: string) => id === "id",
        set_timeout: record,
        set_local_state: record,
      },
      exports,
    );
    expect(instance.call("time")).toBe(1_700_000_000_000n);
    expect(instance.call("random")).toBe(0.25);
    expect(instance.call("clear")).toBe(true);
    instance.call("set", [12.5]);
    instance.call("put");
    expect(calls).toEqual([
      ["id", 12.5],
      [Uint8Array.of(105), Uint8Array.of(100)],
    ]);
  });

  it("of the wrong type are the host's fault, told with the import", async () => {
    const nothing = (): undefined => undefined;
    const functions = {
      get_time_ms: () => 1,
      get_random: nothing,
      clear_timer: nothing,
      set_timeout: nothing,
      set_local_state: nothing,
    };
    const instance = await load(wat, functions, exports);
    for (const [name, imported] of [
      ["time", "get_time_ms"],
      ["random", "get_random"],
      ["clear", "clear_timer"],
    ] as const) {
      expect(() => instance.call(name)).toThrow(
        expect.objectContaining({
          code: "host_function_failed",
          data: { file: "logic/home.wasm", export: name, import: imported },
        }),
      );
    }
    expect(instance.state).toBe("running");
  });
});

it("needs a memory only where text or bytes cross", async () => {
  const wat = `(import "rune" "get_random" (func $random (result f64))) (func (export "go") (result f64) (call $random))`;
  const instance = await load(wat, { get_random: () => 0.5 }, { go: [[], "f64"] });
  expect(instance.call("go")).toBe(0.5);
  const missing = { code: "module_memory_missing", message: expect.stringContaining("`memory`") as string };
  const log = `(import "rune" "log_info" (func (param i32 i32)))`;
  await expect(load(log, { log_info: () => undefined }, {})).rejects.toMatchObject(missing);
  await expect(load(`(func (export "go") (param i32 i32))`, {}, { go: [["string"]] })).rejects.toMatchObject(missing);
});

it("says what a start section cannot do, and runs `_initialize` instead", async () => {
  const body = (start: string): string => `
    (import "rune" "log_info" (func $log (param i32 i32)))
    (memory (export "memory") 1) (data (i32.const 0) "up")
    (func $start ${start === "" ? '(export "_initialize")' : ""} (call $log (i32.const 0) (i32.const 2))) ${start}`;
  const lines: string[] = [];
  const functions = { log_info: (text: string) => void lines.push(text) };
  await expect(load(body("(start $start)"), functions, {})).rejects.toMatchObject({ code: "guest_memory_unreachable" });
  await load(body(""), functions, {});
  expect(lines).toEqual(["up"]);
});
