import { hostFunctions } from "@rune/schema";
import { readModule } from "@rune/schema/fuel";
import { array, assert, boolean, constantFrom, integer, property, record, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFuel } from "../../src/fuel/index.ts";
import { assembleWat } from "../compile-wat.ts";
import { assembleMetered, endless, instantiate, runAll } from "./metered-module.ts";

const metered = assembleMetered(endless);

/** What the check says: the code of its error, or `undefined` if it lets the module pass. */
function refuse(bytes: Uint8Array, memoryPages?: number): string | undefined {
  try {
    checkFuel(bytes, { host: hostFunctions, memoryPages });
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe("a module with fuel", () => {
  it("passes the check", () => {
    expect(refuse(metered)).toBeUndefined();
  });

  const exports = instantiate(metered);
  const texts = "x".repeat(1000);
  it.each(Object.keys(exports).filter((name) => name !== "rune:fuel"))("stops: %s", (name) => {
    exports["rune:fuel"].value = 5_000_000;
    const run = exports[name] as (text: string) => void;
    expect(() => run(texts)).toThrow(WebAssembly.RuntimeError);
    expect(exports["rune:fuel"].value).toBe(-1);
    expect(() => run(texts)).toThrow(WebAssembly.RuntimeError);
    expect(exports["rune:fuel"].value).toBe(-1);
  });

  it("pays in proportion to what it makes", () => {
    const paid = (wat: string, ...args: number[]): number => {
      const made = instantiate(assembleMetered(wat));
      made["rune:fuel"].value = 1_000_000_000;
      (made["run"] as (...args: number[]) => void)(...args);
      return 1_000_000_000 - (made["rune:fuel"].value as number);
    };
    const array = `(type $a (array (mut f64)))
      (func (export "run") (param i32) (drop (array.new_default $a (local.get 0))))`;
    expect(paid(array, 1_000_000) - paid(array, 0)).toBe(8_000_000);
    const conditional = `(type $s (struct (field f64) (field i8)))
      (func (export "run") (param i32) (if (local.get 0) (then (drop (struct.new $s (f64.const 1) (i32.const 1))))))`;
    expect(paid(conditional, 0)).toBe(1);
    expect(paid(conditional, 1)).toBe(1 + 16 + 8 + 1);
    const straight = `(func (export "run") (param i32) ${"(drop (local.get 0))".repeat(32)})`;
    expect(paid(straight, 0)).toBe(3);
  });
});

describe("a module that was tampered with", () => {
  it("is refused without fuel", () => {
    expect(refuse(assembleWat(`(module ${endless})`))).toBe("module_fuel_missing");
  });

  it("is refused or still stops, whichever bit is wrong", () => {
    let [refused, invalid, stopped] = [0, 0, 0];
    const codes = new Set<string>();
    const { sections } = readModule(metered);
    const code = sections.find(({ id }) => id === 10)!;
    for (let offset = 8; offset < metered.length; offset++) {
      // Where there is code, several bits are tried, elsewhere one is enough.
      for (const bit of offset >= code.start && offset < code.end ? [0, 1, 5] : [6]) {
        const mutant = metered.slice();
        mutant[offset]! ^= 1 << bit;
        const code = refuse(mutant);
        if (code !== undefined) {
          codes.add(code);
          refused++;
        } else if (!isValid(mutant)) invalid++;
        else {
          runAll(() => instantiate(mutant));
          stopped++;
        }
      }
    }
    expect([...codes].toSorted()).toEqual(["module_code_refused", "module_fuel_missing", "module_import_refused"]);
    expect(refused).toBeGreaterThan(1000);
    expect(invalid + stopped).toBeGreaterThan(100);
  }, 120_000);

  it("is refused when any part of its code is taken out", () => {
    const { sections, bodies } = readModule(metered);
    const code = sections.find(({ id }) => id === 10)!;
    expect(bodies.length).toBeGreaterThan(10);
    const edits = record({
      offset: integer({ min: code.start, max: code.end - 1 }),
      length: integer({ min: 1, max: 40 }),
      filler: constantFrom(0x01, 0x00, 0x1a, 0x0b),
    });
    assert(
      property(array(edits, { minLength: 1, maxLength: 3 }), (changes) => {
        const mutant = metered.slice();
        for (const { offset, length, filler } of changes)
          mutant.fill(filler, offset, Math.min(offset + length, code.end));
        if (refuse(mutant) === undefined && isValid(mutant)) runAll(() => instantiate(mutant));
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  it("never makes the check fail otherwise, whatever bytes it gets", () => {
    const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    assert(
      property(uint8Array({ maxLength: 300 }), boolean(), (bytes, withHeader) => {
        const code = refuse(withHeader ? Uint8Array.from([...header, ...bytes]) : bytes);
        expect(code).toMatch(/^module_(?:fuel_missing|code_refused|import_refused)$/);
      }),
      { numRuns: 2000 },
    );
    assert(
      property(integer({ min: 0, max: metered.length }), (length) => {
        expect(refuse(metered.subarray(0, length)) ?? "module_").toMatch(/^module_/);
      }),
    );
  });

  it("is checked in a time that grows with its size only", () => {
    const time = (count: number): number => {
      const bytes = assembleMetered(
        `(func (export "run") (param i32) ${"(block (loop (br_if 0 (local.get 0))) (drop (i32.const 1)))".repeat(count)})`,
      );
      let best = Infinity;
      for (let run = 0; run < 12; run++) {
        // Time of this process only: the machine may do other work.
        const start = process.cpuUsage();
        checkFuel(bytes, { host: hostFunctions });
        const { user, system } = process.cpuUsage(start);
        best = Math.min(best, user + system);
      }
      return best;
    };
    time(2000);
    expect(time(20_000) / time(2000)).toBeLessThan(40);
  }, 60_000);
});

describe("what asks for fuel", () => {
  const asking = (wat: string): Uint8Array =>
    assembleMetered(`(func (export "run") (param i32) (result i32) (local.get 0)) ${wat}`);
  const find = (bytes: Uint8Array, text: string): number => Buffer.from(bytes).indexOf(text);
  const honest = asking("");

  it("is what the host gives", () => {
    expect(refuse(honest)).toBeUndefined();
    const renamed = honest.slice();
    renamed[find(renamed, "refuel")]! ^= 1;
    expect(refuse(renamed)).toBe("module_import_refused");
  });

  it("cannot be missing, as in modules of before", () => {
    const { sections } = readModule(honest);
    const imports = sections.find(({ id }) => id === 2)!;
    const without = Uint8Array.from([
      ...honest.subarray(0, imports.start),
      0,
      ...Array.from({ length: imports.end - imports.start - 1 }, () => 0),
      ...honest.subarray(imports.end),
    ]);
    expect(refuse(without)).toMatch(/^module_/);
    const elsewhere = honest.slice();
    elsewhere.set(new TextEncoder().encode("rune:host"), find(elsewhere, "rune:fuel"));
    expect(refuse(elsewhere)).toBe("module_import_refused");
  });

  it.each([
    ["with fewer arguments", "(param i32) (result i32)"],
    ["with other arguments", "(param i64 i32) (result i32)"],
    ["without a result", "(param i32 i32)"],
  ])("is refused %s", (_name, type) => {
    // It stands before what the compiler adds, and is what the module is read to ask with.
    const bytes = assembleMetered(`(import "rune:fuel" "refuel" (func ${type})) (func (export "run"))`);
    expect(refuse(bytes)).toBe("module_import_refused");
    expect(refuse(bytes, 16)).toBe("module_fuel_missing");
  });

  const refuel = `(import "rune:fuel" "refuel" (func $refuel (param i32 i32) (result i32)))`;
  it.each([
    ["from elsewhere", `(func (export "run") (drop (call $refuel (i32.const 0) (i32.const 1000000))))`],
    ["last in a function", `(func (result i32) (return_call $refuel (i32.const 0) (i32.const 1000000)))`],
  ])("is not called %s", (_name, wat) => {
    // The bytes of an honest call, of the function after it, are changed to call it.
    const own = "(func $own (param i32 i32) (result i32) (local.get 0))";
    const bytes = assembleMetered(`${own} ${wat.replace("$refuel", "$own")}`);
    expect(refuse(bytes)).toBe(undefined);
    const forged = bytes.slice();
    const constant = Buffer.from(forged).indexOf(Uint8Array.of(0xc0, 0x84, 0x3d));
    expect(forged[constant + 4]).toBe(1);
    forged[constant + 4] = 0;
    expect(isValid(forged)).toBe(true);
    expect(refuse(forged)).toBe("module_fuel_missing");
  });

  it("is not called through what pays for an import", () => {
    expect(() => assembleMetered(`${refuel} (func (drop (call $refuel (i32.const 0) (i32.const 1))))`)).toThrow(
      /cannot be referred to/,
    );
  });

  it("is not exported, and nothing refers to it", () => {
    expect(refuse(assembleMetered(`${refuel} (export "run" (func $refuel))`))).toBe("module_code_refused");
    expect(() => assembleMetered(`${refuel} (elem declare func $refuel) (func (drop (ref.func $refuel)))`)).toThrow(
      /cannot be referred to/,
    );
  });

  it("has nothing in the counter to begin with", () => {
    const bytes = honest.slice();
    const { globals } = readModule(bytes);
    bytes[globals.at(-1)!.initial.start + 1] = 1;
    expect(refuse(bytes)).toBe("module_fuel_missing");
  });
});

it("counts divisions and roots as several instructions", () => {
  const paid = (operation: string): number => {
    const made = instantiate(
      assembleMetered(
        `(func (export "run") (param f64) ${`(drop (${operation} (local.get 0) (local.get 0)))`.repeat(8)})`,
      ),
    );
    made["rune:fuel"].value = 1000;
    (made["run"] as (value: number) => void)(1);
    return 1000 - (made["rune:fuel"].value as number);
  };
  expect(paid("f64.mul")).toBe(2);
  expect(paid("f64.div")).toBe(5);
});

describe("what it may import", () => {
  const refused = "module_import_refused";
  it.each([
    ["another module", `(import "env" "f" (func))`, refused],
    ["a memory", `(import "rune:js" "memory" (memory 1))`, "module_code_refused"],
    ["a table", `(import "rune:js" "table" (table 1 funcref))`, "module_code_refused"],
    ["a variable", `(import "'" "x" (global (mut externref)))`, refused],
    ["a number", `(import "'" "x" (global i32))`, refused],
    ["a kind of exception of its own choice", `(import "rune:js" "other" (tag (param externref)))`, refused],
    ["a function that does not exist", `(import "rune:js" "constructor" (func))`, refused],
    ["a function with another type", `(import "rune:js" "math_sin" (func (param externref) (result f64)))`, refused],
    ["regular expressions", `(import "rune:js" "regexp_source" (func (param externref) (result externref)))`, refused],
  ])("refuses %s", (_name, wat, code) => {
    expect(refuse(assembleWat(`(module ${wat})`))).toBe(code);
  });

  it("lets a trusted module use regular expressions", () => {
    const bytes = assembleMetered(
      `(import "rune:js" "regexp_source" (func $f (param externref) (result externref)))
       (func (export "run") (param externref) (result externref) (call $f (local.get 0)))`,
    );
    expect(refuse(bytes)).toBe("module_import_refused");
    expect(() => checkFuel(bytes, { host: hostFunctions, allowRegexp: true })).not.toThrow();
  });
});

function isValid(bytes: Uint8Array<ArrayBuffer>): boolean {
  const options = { builtins: ["js-string"], importedStringConstants: "'" };
  return (WebAssembly.validate as (bytes: BufferSource, options: object) => boolean)(bytes, options);
}
