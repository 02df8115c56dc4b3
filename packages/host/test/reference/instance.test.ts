import { describe, expect, it, test } from "vitest";
import {
  compileModule,
  createInstance,
  type CreateInstanceOptions,
  type HostFunctions,
  type Instance,
} from "../../src/index.ts";
import { assembleWat, createEntry } from "../compile-wat.ts";

type Exports = Parameters<typeof createEntry>[0];

async function load(
  wat: string,
  exports: Exports,
  functions: HostFunctions = {},
  options: Partial<CreateInstanceOptions> = {},
): Promise<Instance> {
  const entry = createEntry(exports, { abi: "gc", imports: Object.keys(functions), capabilities: ["log"] });
  const module = await compileModule(assembleWat(`(module ${wat})`), entry, { trusted: true });
  return createInstance({ module, entry, grants: new Set(["log"]), functions, ...options });
}

const greeter = `
  (import "'" "Hello, " (global $hello (ref extern)))
  (import "'" "__proto__" (global $proto (ref extern)))
  (import "wasm:js-string" "concat" (func $concat (param externref externref) (result (ref extern))))
  (import "rune:js" "string_toUpperCase" (func $upper (param externref) (result externref)))
  (func (export "greet") (param $name externref) (result externref)
    (call $concat (global.get $hello) (call $upper (local.get $name))))
  (func (export "proto") (result externref) (global.get $proto))
  (func (export "half") (param f64) (result f64) (f64.div (local.get 0) (f64.const 2)))
  (func (export "not") (param i32) (result i32) (i32.eqz (local.get 0)))
  (func (export "echo") (param externref) (result externref) (local.get 0))
  (func (export "wrong") (result externref) (ref.null extern))`;
const greeterExports: Exports = {
  greet: [["string"], "string"],
  proto: [[], "string"],
  half: [["f64"], "f64"],
  not: [["bool"], "bool"],
  echo: [["json"], "json"],
  wrong: [[], "string"],
};

describe("a module that works with references", () => {
  it("takes and gives values as they are", async () => {
    const instance = await load(greeter, greeterExports);
    expect(instance.suspends).toBe(false);
    expect(instance.call("greet", ["Zoë 😀"])).toBe("Hello, ZOË 😀");
    expect(instance.call("proto")).toBe("__proto__");
    expect(instance.call("half", [3])).toBe(1.5);
    expect(instance.call("not", [false])).toBe(true);
    expect(instance.call("echo", [{ a: [1, null] }])).toEqual({ a: [1, null] });
  });

  it("is called with what it takes, and gives what it should", async () => {
    const instance = await load(greeter, greeterExports);
    expect(() => instance.call("greet", [7])).toThrow(expect.objectContaining({ code: "guest_argument_type" }));
    expect(() => instance.call("greet", [])).toThrow(expect.objectContaining({ code: "guest_argument_count" }));
    expect(() => instance.call("wrong")).toThrow(expect.objectContaining({ code: "guest_result_invalid" }));
  });

  it("runs its start function with the host at hand", async () => {
    const lines: string[] = [];
    const wat = `(import "'" "started" (global $text (ref extern)))
      (import "rune:host" "log_info" (func $log (param externref)))
      (func $start (call $log (global.get $text)))
      (start $start)`;
    await load(wat, {}, { log_info: (text: string) => lines.push(text) } as HostFunctions);
    expect(lines).toEqual(["started"]);
  });

  it("traps like any other, and goes on", async () => {
    const wat = `(func (export "boom") unreachable) (func (export "one") (result f64) (f64.const 1))`;
    const instance = await load(wat, { boom: [[]], one: [[], "f64"] });
    expect(() => instance.call("boom")).toThrow(
      expect.objectContaining({
        code: "guest_trapped",
        data: { file: "logic/home.wasm", export: "boom", offsets: [44] },
      }),
    );
    expect(instance.call("one")).toBe(1);
  });

  it("is stopped at its next host function", async () => {
    const wat = `(import "rune:host" "log_info" (func $log (param externref))) (import "'" "x" (global $x (ref extern)))
      (func (export "go") (call $log (global.get $x)) (call $log (global.get $x)))`;
    const lines: string[] = [];
    const log = (text: string): void => {
      lines.push(text);
      instance.stop();
    };
    const instance = await load(wat, { go: [[]] }, { log_info: log } as HostFunctions);
    expect(() => instance.call("go")).toThrow(expect.objectContaining({ code: "instance_stopped" }));
    expect(lines).toEqual(["x"]);
  });
});

describe("what a guest does by itself", () => {
  const wat = `(import "rune:js" "microtask_queue" (func $queue (param funcref externref)))
    (import "rune:host" "log_info" (func $log (param externref)))
    (import "'" "job" (global $text (ref extern)))
    (global $jobs (mut f64) (f64.const 0))
    (elem declare func $job $boom)
    (func $job (param externref externref)
      (global.set $jobs (f64.add (global.get $jobs) (f64.const 1))) (call $log (local.get 0)))
    (func $boom (param externref externref) unreachable)
    (func (export "later") (call $queue (ref.func $job) (global.get $text)))
    (func (export "boom") (call $queue (ref.func $boom) (ref.null extern)))
    (func (export "jobs") (result f64) (global.get $jobs))`;
  const exports: Exports = { later: [[]], boom: [[]], jobs: [[], "f64"] };

  async function start(): Promise<{ instance: Instance; events: unknown[] }> {
    const events: unknown[] = [];
    const functions = { log_info: (text: string) => events.push(text) } as HostFunctions;
    const instance = await load(wat, exports, functions, {
      report: (error) => events.push(error),
      onJob: () => events.push("turn"),
    });
    return { instance, events };
  }

  it("is told when it is done", async () => {
    const { instance, events } = await start();
    instance.call("later");
    expect(events).toEqual([]);
    await Promise.resolve();
    expect(events).toEqual(["job", "turn"]);
    expect(instance.call("jobs")).toBe(1);
  });

  it("is reported where it fails", async () => {
    const { instance, events } = await start();
    instance.call("boom");
    await Promise.resolve();
    expect(events).toMatchObject([{ code: "guest_trapped", data: { export: "(await)" } }, "turn"]);
  });

  it("ends with the instance", async () => {
    const { instance, events } = await start();
    instance.call("later");
    instance.stop();
    await Promise.resolve();
    expect(events).toEqual([]);
  });
});

test.each<[string, string, string]>([
  ["a function that is not JavaScript's", `(import "rune:js" "eval" (func))`, "module_not_instantiated"],
  ["a function that is no string builtin", `(import "wasm:js-string" "eval" (func))`, "module_not_instantiated"],
  ["a foreign module", `(import "env" "f" (func))`, "module_import_foreign"],
  ["the other ABI's module", `(import "rune" "log_info" (func))`, "module_import_foreign"],
  ["an unknown host function", `(import "rune:host" "eval" (func))`, "module_import_unknown"],
  ["what is not declared", `(import "rune:host" "log_info" (func))`, "module_import_undeclared"],
  ["a host function of the other ABI", `(import "rune:host" "read_return_buffer" (func))`, "module_import_unknown"],
])("refuses %s", async (_, wat, code) => {
  const error = await load(wat, {}).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "RuneError", code });
});

test("what is no module is told so", async () => {
  for (const abi of ["gc", "linear"] as const) {
    const promise = compileModule(Uint8Array.of(0, 1, 2, 3), createEntry({}, { abi }), { trusted: true });
    await expect(promise).rejects.toMatchObject({ code: "module_not_compiled", data: { file: "logic/home.wasm" } });
  }
});
