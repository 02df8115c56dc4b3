// Marks tell of changes; what of them stands in a module is no more than is needed.
import type { GuestState } from "@rune/host";
import { describe, expect, test } from "vitest";
import { translateProgram } from "../../../src/typescript/translate.ts";
import type { Instruction } from "../../../src/wasm/index.ts";
import { compileWithReader } from "./load-module.ts";

const source = `
  interface Point { x: number; y: number; n: number }
  const make = (x: number): Point => ({ x, y: 0, n: 0 });
  export const points: Point[] = [make(1), make(2)];
  export const state = make(0);
  export let chosen: Point | undefined;
  export function three(): void { for (const p of points) { p.x += p.y; p.y = p.x - 1; p.n++; } }
  export function sum(values: number[]): void { for (const value of values) state.n += value; }
  export function sometimes(values: number[]): void { for (const value of values) { if (value < 0) continue; state.n += value; } }
  export function sumChosen(values: number[]): void { for (const value of values) chosen!.n += value; }
  export function choose(at: number): void { chosen = points[at]; }
  export function around(between: () => void): void { state.x = 1; between(); state.x = 2; }
  export function inTurn(between: () => void): void { for (let i = 0; i < 3; i++) { state.x = i; between(); } }
  export function either(way: boolean): void { state.x = 1; if (way) state.y = 1; else state.n = 1; state.n++; }
  export function fresh(): void { const p: Point = { x: 1, y: 1, n: 1 }; p.x = 2; p.y = 2; points.push(p); p.n = 2; }
  export function known(between: () => void): void { const p: Point = { x: 1, y: 1, n: 1 }; points.push(p); between(); p.n = 2; }
  export function moved(): void { let p = points[0]!; p.x = 1; p = points[1]!; p.x = 2; }
  export function previous(): void { let last = points[0]!; for (const p of points) { p.x++; last.y++; last = p; } }
  export function failing(at: number): void { try { if (at > 1) throw new Error("far"); points[at]!.x = 9; } catch { state.x = 9; } }
`;

/** The code of a function, with the loops around each instruction. */
function marksIn(name: string): number[] {
  const { translated } = translateProgram({ file: "app/a.ts", source, readFile: () => undefined }, { watch: true });
  const found: number[] = [];
  const visit = (code: readonly Instruction[], depth: number): void => {
    for (const each of code) {
      if (each.kind === "function" && each.op === "call" && each.function.name.endsWith(" changed")) found.push(depth);
      const inner = each.op === "loop" ? depth + 1 : depth;
      visit(each.operands, depth);
      if ("body" in each) visit(each.body, inner);
      if ("otherwise" in each) visit(each.otherwise, inner);
    }
  };
  visit(translated!.wasm.functions.find((each) => each.exportNames?.includes(name))!.body, 0);
  return found;
}

describe("in the code of a function", () => {
  test.each([
    ["writes to one object share one", "three", [1]],
    ["what a loop always changes is told before it", "sum", [0]],
    ["what it changes sometimes is told where it changes", "sometimes", [1]],
    ["the host may watch again whenever its code runs", "around", [0, 0]],
    ["in a loop as well", "inTurn", [1]],
    ["branches need none of their own", "either", [0]],
    ["nobody watches what was just made", "fresh", []],
    ["until code of the host has run", "known", [0]],
    ["a variable can come to hold another object", "moved", [0, 0]],
  ])("%s", (_, name, depths) => expect(marksIn(name)).toEqual(depths));
});

test("functions that give nothing have no result", () => {
  const { translated } = translateProgram({ file: "app/a.ts", source, readFile: () => undefined });
  const found = translated!.wasm.functions.filter((each) => each.exportNames?.includes("sum"));
  expect(found.map(({ type }) => type.results)).toEqual([[]]);
});

describe("told", () => {
  function start() {
    const { exports, reader } = compileWithReader(source, { watch: true })();
    const told: unknown[] = [];
    reader.onChanged((owner) => told.push(owner));
    const watch = (name: string, owner: object): void => {
      const { type, read } = reader.variable(name)!;
      (type as GuestState).watch!(read() as object, owner);
    };
    const points = reader.variable("points")!;
    const list = (points.type as GuestState).list!;
    const items = list.read(points.read() as object)!.items as object[];
    const watchPoints = (owners: object[]): void =>
      items.forEach((item, at) => (list.type as GuestState).watch!(item, owners[at]));
    return { exports, told, watch, watchPoints };
  }

  test("is what changes each time that it is watched again", () => {
    const { exports, told, watch } = start();
    const owners = [{}, {}, {}, {}];
    watch("state", owners[0]!);
    exports.around(() => watch("state", owners[1]!));
    expect(told).toEqual([owners[0], owners[1]]);
    let next = 1;
    watch("state", owners[1]!);
    exports.inTurn(() => watch("state", owners[++next % 4]!));
    expect(told.slice(2)).toEqual([owners[1], owners[2], owners[3]]);
  });

  test("is all that several variables hold in turn", () => {
    for (const name of ["moved", "previous", "three"]) {
      const { exports, told, watchPoints } = start();
      const owners = [{ at: 0 }, { at: 1 }];
      watchPoints(owners);
      exports[name]();
      expect(new Set(told)).toEqual(new Set(owners));
    }
  });

  test("is nothing of an object that is not there, in a loop that runs no time", () => {
    const { exports, told, watchPoints } = start();
    exports.sumChosen([]);
    watchPoints([{}, {}]);
    exports.choose(1);
    exports.sumChosen([4]);
    expect(told).toHaveLength(1);
  });

  test("is what is changed where something is caught", () => {
    const { exports, told, watch, watchPoints } = start();
    const owner = {};
    watchPoints([{}, {}]);
    watch("state", owner);
    exports.failing(2);
    expect(told).toEqual([owner]);
    exports.failing(1);
    expect(told).toHaveLength(2);
  });
});
