import { hostFunctions } from "@rune/schema";
import { readModule } from "@rune/schema/fuel";
import { describe, expect, it } from "vitest";
import { compileModule as compileAssemblyScript } from "../../../compiler/src/assemblyscript/index.ts";
import { compileModule, createInstance } from "../../src/index.ts";
import type { CreateInstanceOptions, HostFunctions, Instance } from "../../src/index.ts";
import { checkFuel } from "../../src/fuel/index.ts";
import { assembleWat, createEntry } from "../compile-wat.ts";
import type { MeteredExports } from "./metered-module.ts";
import { assembleMetered, createFuelImports, runAll } from "./metered-module.ts";

/** Every way in which a module with linear memory can take time, each without an end of its own. */
const endless = `
  (type $work (func))
  (import "rune" "get_random" (func $random (result f64)))
  (memory (export "memory") 2 16)
  (table 2 funcref)
  (elem (i32.const 0) $again $tail)
  (data (i32.const 8) "abc")
  (data $late "0123456789")
  (func (export "loop") (loop $again (br $again)))
  (func (export "host") (loop $again (drop (call $random)) (br $again)))
  (func $again (export "indirect") (call_indirect (type $work) (i32.const 1)))
  (func $tail (export "tail") (return_call_indirect (type $work) (i32.const 1)))
  (func (export "grow") (loop $again (drop (memory.grow (i32.const 0))) (br $again)))
  (func (export "copy") (param $n i32)
    (local.set $n (i32.const 65000))
    (loop $again (memory.copy (i32.const 0) (i32.const 7) (local.get $n)) (br $again)))
  (func (export "fill") (loop $again (memory.fill (i32.const 0) (i32.const 7) (i32.const 65000)) (br $again)))
  (func (export "init") (loop $again (memory.init $late (i32.const 0) (i32.const 0) (i32.const 9)) (br $again)))
  (func (export "store") (param $i i32)
    (loop $again
      (i64.store offset=4 (i32.and (local.get $i) (i32.const 4095)) (i64.extend_i32_u (memory.size)))
      (local.set $i (i32.add (local.get $i) (i32.load8_u (local.get $i))))
      (br $again)))`;

const metered = assembleMetered(endless);

function refuse(bytes: Uint8Array, memoryPages = 16): string | undefined {
  try {
    checkFuel(bytes, { host: hostFunctions, memoryPages });
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

function instantiate(bytes: Uint8Array<ArrayBuffer>): MeteredExports {
  const imports = { rune: { get_random: () => 0.5 }, ...createFuelImports() };
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports as never;
}

describe("a module with linear memory and fuel", () => {
  it("passes the check", () => {
    expect(refuse(metered)).toBeUndefined();
  });

  const exports = instantiate(metered);
  it.each(Object.keys(exports).filter((name) => typeof exports[name] === "function"))("stops: %s", (name) => {
    exports["rune:fuel"].value = 2_000_000;
    expect(exports[name]).toThrow(/unreachable/);
    expect(exports["rune:fuel"].value).toBe(-1);
  });

  it("is refused or still stops, whichever bit is wrong", () => {
    let [refused, invalid, stopped] = [0, 0, 0];
    const code = readModule(metered).sections.find(({ id }) => id === 10)!;
    for (let offset = 8; offset < metered.length; offset++) {
      for (const bit of offset >= code.start && offset < code.end ? [0, 1, 3, 5] : [0, 6]) {
        const mutant = metered.slice();
        mutant[offset]! ^= 1 << bit;
        if (refuse(mutant) !== undefined) refused++;
        else if (!WebAssembly.validate(mutant)) invalid++;
        else {
          runAll(() => instantiate(mutant));
          stopped++;
        }
      }
    }
    expect(refused).toBeGreaterThan(500);
    expect(invalid + stopped).toBeGreaterThan(50);
  }, 60_000);
});

describe("what is not taken", () => {
  it.each([
    ["no fuel", "module_fuel_missing", assembleWat(`(module ${endless})`)],
    ["a memory that grows without an end", "module_memory_unbounded", assembleMetered(`(memory 1)`)],
    ["a memory that is too large", "module_memory_unbounded", assembleMetered(`(memory 1 17)`)],
    ["a memory of the host", "module_code_refused", assembleWat(`(module (import "rune" "memory" (memory 1 2)))`)],
    ["two memories", "module_code_refused", assembleWat(`(module (memory 1 2) (memory $b 1 2))`)],
    ["a memory of 64 bits", "module_code_refused", assembleWat(`(module (memory i64 1 2))`)],
    ["a table that takes too much", "module_fuel_missing", assembleMetered(`(table 30000000 funcref)`)],
  ])("%s", (_name, code, bytes) => {
    expect(refuse(bytes)).toBe(code);
  });

  it("memory in a module of compiled TypeScript", () => {
    const bytes = assembleMetered(`(memory 1 2)`);
    expect(() => checkFuel(bytes, { host: hostFunctions })).toThrow(
      expect.objectContaining({ code: "module_code_refused" }),
    );
  });
});

describe("an instance of it", () => {
  async function start(
    wat: string,
    functions: HostFunctions = {},
    rest: Partial<CreateInstanceOptions> = {},
  ): Promise<Instance> {
    const entry = createEntry({ run: [[]] }, { imports: Object.keys(functions), capabilities: ["log", "state"] });
    const module = await compileModule(assembleMetered(wat), entry);
    return createInstance({
      module,
      entry,
      grants: new Set(["log", "state"]),
      functions,
      fuel: { budget: 20_000_000 },
      ...rest,
    });
  }
  const code = (value: string): unknown => expect.objectContaining({ code: value });

  it.each([
    ["its start section", `(func $s (loop $l (br $l))) (start $s) (func (export "run"))`],
    ["what runs before all else", `(func (export "_initialize") (loop $l (br $l))) (func (export "run"))`],
  ])("does not begin when %s has no end", async (_name, wat) => {
    await expect(start(wat)).rejects.toEqual(code("guest_out_of_fuel"));
  });

  it("is stopped in a call that has no end, and told", async () => {
    const instance = await start(`(func (export "run") (loop $l (br $l)))`);
    expect(() => instance.call("run")).toThrow(
      expect.objectContaining({ code: "guest_out_of_fuel", data: { file: "logic/home.wasm", export: "run" } }),
    );
    expect(instance.state).toBe("stopped");
    expect(() => instance.call("run")).toThrow(code("instance_stopped"));
  });

  it("is stopped when its time is over, whatever its fuel, and told so", async () => {
    const fuel = { budget: 2 ** 31 - 1, milliseconds: 20 };
    const late = expect.objectContaining({
      code: "guest_out_of_fuel",
      message: expect.stringMatching(/took longer for a turn/) as string,
    });
    const instance = await start(`(func (export "run") (loop $l (br $l)))`, {}, { fuel });
    const begin = process.cpuUsage();
    expect(() => instance.call("run")).toThrow(late);
    const { user, system } = process.cpuUsage(begin);
    // What it may use of ticks alone takes seconds.
    expect(user + system).toBeLessThan(1_000_000);
    expect(instance.state).toBe("stopped");
    await expect(start(`(func $s (loop $l (br $l))) (start $s) (func (export "run"))`, {}, { fuel })).rejects.toEqual(
      late,
    );
  });

  it("has its fuel again in the next turn", async () => {
    const ended: (() => void)[] = [];
    const wat = `(func (export "run") (param $n i32) (local $i i32)
      (local.set $i (i32.const 1000))
      (loop $l (br_if $l (local.tee $i (i32.sub (local.get $i) (i32.const 1))))))`.replace("(param $n i32) ", "");
    const fuel = { budget: 2500, afterTurn: (action: () => void) => ended.push(action) };
    const instance = await start(wat, {}, { fuel });
    for (let turn = 0; turn < 5; turn++) {
      instance.call("run");
      instance.call("run");
      for (const action of ended.splice(0)) action();
    }
    instance.call("run");
    instance.call("run");
    expect(() => instance.call("run")).toThrow(code("guest_out_of_fuel"));
  });

  it("pays for what the host does, however often it catches errors of the host", async () => {
    let calls = 0;
    const log_info = (): void => {
      calls++;
      throw new Error("no log");
    };
    const instance = await start(
      `(import "rune" "log_info" (func $log (param i32 i32))) (memory (export "memory") 1 1)
       (func (export "run")
         (loop $l (block $c (try_table (catch_all $c) (call $log (i32.const 0) (i32.const 60000)))) (br $l)))`,
      { log_info },
    );
    expect(() => instance.call("run")).toThrow(code("guest_out_of_fuel"));
    // Ticks of the line itself, of its bytes, and of the error.
    expect(calls).toBeLessThanOrEqual(20_000_000 / (10_000 + 60_000 + 10_000));
  });

  it("pays for what the host reads before it is read, also for what an export gives", async () => {
    const lines = "(block $c (try_table (catch_all $c) (call $log (i32.const 0) (i32.const 60000))))";
    let calls = 0;
    const log_info = (): void => void calls++;
    const instance = await start(
      `(import "rune" "log_info" (func $log (param i32 i32))) (memory (export "memory") 1 1)
       (func (export "run") ${lines.repeat(2000).replaceAll("$c", "0").replaceAll("block 0", "block")})`,
      { log_info },
    );
    expect(() => instance.call("run")).toThrow(code("guest_out_of_fuel"));
    expect(calls).toBeLessThanOrEqual(20_000_000 / 60_000);
  });

  it("runs on without fuel where the host trusts it", async () => {
    const bytes = assembleWat(`(module (memory (export "memory") 1 1) (func (export "run")))`);
    const entry = createEntry({ run: [[]] });
    await expect(compileModule(bytes, entry)).rejects.toEqual(code("module_fuel_missing"));
    const module = await compileModule(bytes, entry, { trusted: true });
    const instance = await createInstance({ module, entry, grants: new Set(), functions: {} });
    expect(instance.call("run")).toBeUndefined();
  });

  it("may not have as much memory as its manifest likes", async () => {
    const entry = createEntry({}, { limits: { memory_pages: 65_536 } });
    await expect(compileModule(assembleMetered(`(memory 1 5000)`), entry)).rejects.toMatchObject({
      code: "module_memory_unbounded",
      data: { maximum: 5000, limit: 4096 },
    });
  });
});

describe.each([
  ["in development", false],
  ["as a release", true],
])("AssemblyScript %s", (_name, release) => {
  const source = `
    class Item { constructor(public next: Item | null) {} }
    let last: Item | null = null;
    const work: (() => i32)[] = [(): i32 => 1, (): i32 => 2];
    export function loop(): void { for (;;) last = null; }
    export function hoard(): void { for (;;) last = new Item(last); }
    export function swell(): void { let text = "x"; for (;;) text += text.substring(0, 3); }
    export function add(a: i32, b: i32): i32 { return a + b + work[a % 2]() - work[a % 2](); }
    export function greet(name: string): string { return "Hello " + name; }`;

  async function start(): Promise<Instance> {
    const input = { file: "home.as.ts", source, readFile: () => undefined };
    const { module, diagnostics } = await compileAssemblyScript(input, { release, fuel: true, memoryPages: 64 });
    expect(diagnostics).toEqual([]);
    const { bytes, exports, imports, capabilities, limits } = module!;
    const entry = { ...createEntry({}), exports, imports, capabilities, limits };
    return createInstance({
      module: await compileModule(bytes, entry),
      entry,
      grants: new Set(),
      functions: {},
      fuel: { budget: 50_000_000 },
    });
  }

  it("has fuel that the host finds, and does what it did", async () => {
    const instance = await start();
    expect(instance.call("add", [1, 2])).toBe(3);
    expect(instance.call("greet", ["Ada"])).toBe("Hello Ada");
  });

  it.each(["loop", "swell"])("stops: %s", async (name) => {
    const instance = await start();
    expect(() => instance.call(name)).toThrow(
      expect.objectContaining({
        code: "guest_out_of_fuel",
        message: expect.stringMatching(`^\`${name}\` of .* stopped(?!.*pay for)`) as string,
      }),
    );
  });

  it("stops what fills its memory, which grows no further", async () => {
    const instance = await start();
    expect(() => instance.call("hoard")).toThrow(expect.objectContaining({ code: "guest_trapped" }));
    expect(instance.call("add", [1, 2])).toBe(3);
  });
});
