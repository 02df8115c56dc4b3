import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { completeInterface } from "@rune/schema";
import { describe, expect, test } from "vitest";
import { carryInterface } from "../../src/typescript/carry-interface.ts";
import { compileTypeScript } from "../../src/typescript/compile.ts";

const folder = join(import.meta.dirname, "border/cases");

function interfaceOf(source: string) {
  const { module, diagnostics } = compileTypeScript({ file: "main.ts", source, readFile: () => undefined });
  if (!module) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return module.interface;
}

describe("the interface that a module carries", () => {
  test.each(readdirSync(folder))("is that of the module: %s", (name) => {
    const whole = interfaceOf(readFileSync(join(folder, name, "module.ts"), "utf8"));
    const carried = JSON.parse(JSON.stringify(carryInterface(whole))) as ReturnType<typeof carryInterface>;
    expect(completeInterface(carried)).toEqual(JSON.parse(JSON.stringify(whole)));
  });

  test("says of plain functions and variables no more than names and types", () => {
    const whole = interfaceOf(`
      export let n = 0;
      export const fixed = Math.random();
      export let last = "";
      export function add(amount: number): void { n += amount; }
      export function note(text: string): void { last = text; }
      export function maybe(amount?: number): void { n += amount ?? 0; }
      export function get(): number { return n; }
    `);
    const { exports, classes, any } = carryInterface(whole);
    const keys = Object.fromEntries(exports.map((each) => [each.name, Object.keys(each).sort().join()]));
    expect(keys).toEqual({
      n: "live,name,read",
      last: "live,name,read",
      note: "name,type",
      fixed: "live,name,read",
      add: "name,type",
      maybe: "call,name,type",
      get: "call,name,type",
    });
    expect([classes, typeof any]).toEqual([undefined, "object"]);
  });
});
