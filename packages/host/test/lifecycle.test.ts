import type { ModuleEntry } from "@rune/schema";
import { describe, expect, it } from "vitest";
import { createInstance, type HostFunctions, type Instance } from "../src/index.ts";
import { compileWat, createEntry } from "./compile-wat.ts";

const code = (value: string): unknown => expect.objectContaining({ code: value });

async function load(
  wat: string,
  exports: Parameters<typeof createEntry>[0],
  functions: HostFunctions = {},
  rest: Partial<ModuleEntry> = {},
): Promise<Instance> {
  const capabilities = ["log", "random"] as const;
  return createInstance({
    module: compileWat(`(module ${wat})`),
    entry: createEntry(exports, {
      imports: ["log_info", "get_random", "abort"],
      capabilities: [...capabilities],
      ...rest,
    }),
    grants: new Set(capabilities),
    functions,
  });
}

describe("a trap", () => {
  const wat = `
    (global $count (mut i32) (i32.const 0))
    (func $deep (call $deep))
    (func (export "count") (result i32) (global.set $count (i32.add (global.get $count) (i32.const 1))) (global.get $count))
    (func (export "trap") unreachable)
    (func (export "divide") (param i32) (result i32) (i32.div_s (i32.const 1) (local.get 0)))
    (func (export "recurse") (call $deep))`;
  const exports: Parameters<typeof createEntry>[0] = {
    count: [[], "i32"],
    trap: [[]],
    divide: [["i32"], "i32"],
    recurse: [[]],
  };

  it("is told with module and export, keeps its cause, and leaves the instance running", async () => {
    const instance = await load(wat, exports);
    instance.call("count");
    for (const [name, args] of [
      ["trap", []],
      ["divide", [0]],
      ["recurse", []],
    ] as const) {
      const error = catchError(() => instance.call(name, args));
      expect(error).toMatchObject({ code: "guest_trapped", data: { file: "logic/home.wasm", export: name } });
      expect(error.message).toContain(`\`${name}\` of \`logic/home.wasm\``);
      expect(error.cause).toBeInstanceOf(Error);
      expect(instance.state).toBe("running");
      expect(instance.running).toBeUndefined();
    }
    expect(instance.call("count")).toBe(2);
  });

  it("while the module starts is told", async () => {
    await expect(load(`(func $s unreachable) (start $s)`, {})).rejects.toEqual(code("guest_trapped"));
    await expect(load(`(func (export "_initialize") unreachable)`, {})).rejects.toEqual(code("guest_trapped"));
  });
});

describe("abort", () => {
  const wat = `
    (import "rune" "abort" (func $abort (param i32 i32 i32 i32 i32 i32)))
    (memory (export "memory") 1) (data (i32.const 0) "Too many")(data (i32.const 20) "app/pages/home/controller.as.ts")
    (func (export "go") (call $abort (i32.const 0) (i32.const 8) (i32.const 20) (i32.const 31) (i32.const 12) (i32.const 5)))`;

  it("carries the author's words and place", async () => {
    const instance = await load(wat, { go: [[]] });
    expect(catchError(() => instance.call("go"))).toMatchObject({
      code: "guest_aborted",
      message: "`go` of `logic/home.wasm`: Too many (app/pages/home/controller.as.ts:12:5)",
      data: {
        file: "logic/home.wasm",
        export: "go",
        location: { file: "app/pages/home/controller.as.ts", line: 12, column: 5 },
      },
    });
    expect(instance.state).toBe("running");
  });
});

describe("a host function that fails", () => {
  const wat = `(import "rune" "get_random" (func $random (result f64))) (func (export "go") (result f64) (call $random))`;

  it("is told with its name and cause, and the guest goes on", async () => {
    const cause = new TypeError("no entropy");
    let fails = true;
    const get_random = (): number => {
      if (fails) throw cause;
      return 0.5;
    };
    const instance = await load(wat, { go: [[], "f64"] }, { get_random });
    expect(catchError(() => instance.call("go"))).toMatchObject({
      code: "host_function_failed",
      cause,
      data: { export: "go", import: "get_random" },
    });
    fails = false;
    expect(instance.call("go")).toBe(0.5);
  });

  it("may not answer late", async () => {
    const instance = await load(wat, { go: [[], "f64"] }, { get_random: () => Promise.resolve(1) });
    expect(catchError(() => instance.call("go"))).toMatchObject({ code: "host_function_failed" });
  });
});

describe("calling back", () => {
  const wat = `
    (import "rune" "get_random" (func $random (result f64)))
    (global $n (mut f64) (f64.const 0))
    (func (export "outer") (result f64) (f64.add (call $random) (global.get $n)))
    (func (export "inner") (param f64) (result f64) (global.set $n (local.get 0)) (f64.mul (local.get 0) (f64.const 2)))
    (func (export "trap") unreachable)`;
  const exports: Parameters<typeof createEntry>[0] = { outer: [[], "f64"], inner: [["f64"], "f64"], trap: [[]] };

  async function loadWith(get_random: (instance: () => Instance) => number): Promise<Instance> {
    const loaded: Instance = await load(wat, exports, { get_random: () => get_random(() => loaded) });
    return loaded;
  }

  it("reaches the guest as it is at that moment", async () => {
    const seen: unknown[] = [];
    const instance = await loadWith((self) => {
      seen.push(self().running);
      const result = self().call("inner", [3]) as number;
      seen.push(self().running);
      return result;
    });
    expect(instance.call("outer")).toBe(9);
    expect(seen).toEqual(["outer", "outer"]);
  });

  it("ends at a depth", async () => {
    let depth = 0;
    const instance = await loadWith((self) => {
      depth++;
      return self().call("outer") as number;
    });
    expect(() => instance.call("outer")).toThrow(code("guest_call_too_deep"));
    expect(depth).toBe(32);
    expect(instance.state).toBe("running");
  });

  it("may trap without harm to the call outside", async () => {
    const instance = await loadWith((self) => (catchError(() => self().call("trap")).message ? 1 : 0));
    expect(instance.call("outer")).toBe(1);
  });
});

describe("stopping", () => {
  const wat = `
    (import "rune" "get_random" (func $random (result f64)))
    (func (export "twice") (result f64) (drop (call $random)) (call $random))`;

  it("refuses further calls", async () => {
    const instance = await load(wat, { twice: [[], "f64"] }, { get_random: () => 0 });
    instance.stop();
    instance.stop();
    expect(instance.state).toBe("stopped");
    expect(instance.has("twice")).toBe(true);
    expect(() => instance.call("twice")).toThrow(code("instance_stopped"));
  });

  it("ends a call that is under way at its next host function", async () => {
    let calls = 0;
    const instance: Instance = await load(
      wat,
      { twice: [[], "f64"] },
      {
        get_random: () => {
          calls++;
          instance.stop();
          return 0;
        },
      },
    );
    expect(() => instance.call("twice")).toThrow(code("instance_stopped"));
    expect(calls).toBe(1);
  });
});

describe("memory", () => {
  const wat = `
    (import "rune" "log_info" (func $log (param i32 i32)))
    (memory (export "memory") 1)
    (func (export "grow") (param i32) (drop (memory.grow (local.get 0))))
    (func (export "grow_and_log") (drop (memory.grow (i32.const 100))) (call $log (i32.const 0) (i32.const 0)))`;
  const exports: Parameters<typeof createEntry>[0] = { grow: [["i32"]], grow_and_log: [[]] };
  const functions = { log_info: () => expect.unreachable() };

  it("may grow to its limit and not over it", async () => {
    const instance = await load(wat, exports, functions);
    instance.call("grow", [3]);
    const error = catchError(() => instance.call("grow", [1]));
    expect(error).toMatchObject({ code: "guest_memory_limit", data: { pages: 5, limit: 4 } });
    expect(instance.state).toBe("stopped");
    expect(() => instance.call("grow", [0])).toThrow(code("instance_stopped"));
  });

  it("over its limit is noticed at the next host function", async () => {
    const instance = await load(wat, exports, functions);
    expect(() => instance.call("grow_and_log")).toThrow(code("guest_memory_limit"));
  });

  it("may not begin over its limit, nor without any", async () => {
    await expect(load(`(memory (export "memory") 5)`, {})).rejects.toEqual(code("guest_memory_limit"));
    const unlimited = { limits: {} };
    await expect(load(`(memory (export "memory") 1025)`, {}, {}, unlimited)).rejects.toEqual(
      code("guest_memory_limit"),
    );
    await expect(load(`(memory (export "memory") 1024)`, {}, {}, unlimited)).resolves.toBeDefined();
  });
});

it("keeps guests apart", async () => {
  const wat = `(memory (export "memory") 1)
    (func (export "put") (param i32) (i32.store (i32.const 0) (local.get 0)))
    (func (export "get") (result i32) (i32.load (i32.const 0)))`;
  const exports: Parameters<typeof createEntry>[0] = { put: [["i32"]], get: [[], "i32"] };
  const [a, b] = await Promise.all([load(wat, exports), load(wat, exports)]);
  a.call("put", [7]);
  expect([a.call("get"), b.call("get")]).toEqual([7, 0]);
});

function catchError(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}
