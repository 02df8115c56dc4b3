// What the reader of a module's state reads of references is what the border makes objects of.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { StateReader, StateType } from "@rune/host";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileWithReader } from "./load-module.ts";
import { randomBorderType, writeCopies } from "./random-border-type.ts";

/** A value as the reader reads it, put together as JavaScript's; `shape` says which properties to ask for. */
function gather(type: StateType, value: unknown, shape: unknown): unknown {
  if (type.kind !== "guest" || typeof value !== "object" || value === null) return value;
  // A date is what it says, wherever it lies; no view reads its members.
  if (shape instanceof Date) return type.toHost(value);
  if (shape instanceof Map) {
    const { items, keys } = type.list!.read(value)!;
    const held = [...shape.entries()];
    const pairs = items.map((pair, at) => gather(type.list!.type, pair, held[at]) as [unknown, unknown]);
    assert.deepStrictEqual(
      keys,
      pairs.map(([key]) => key),
    );
    assert.strictEqual(type.member("size")!.read(value), items.length);
    return new Map(pairs);
  }
  if (shape instanceof Set) return new Set(type.list!.read(value)!.items);
  if (Array.isArray(shape)) {
    const byName = shape.map((inner, at) => gatherMember(type, value, String(at), inner));
    assert.strictEqual(gatherMember(type, value, "length", 0), shape.length);
    assert.strictEqual(gatherMember(type, value, String(shape.length), undefined), undefined);
    const { list } = type;
    if (!list) return byName;
    const items = list.read(value)!.items.map((item, at) => gather(list.type, item, shape[at]));
    assert.deepStrictEqual(items, byName);
    return items;
  }
  return Object.fromEntries(
    Object.entries(shape as object).map(([name, inner]) => [name, gatherMember(type, value, name, inner)]),
  );
}

function gatherMember(type: StateType & { kind: "guest" }, value: object, name: string, shape: unknown): unknown {
  const member = type.member(name);
  const found = member && gather(member.type, member.read(value), shape);
  if (type.entry) {
    const entry = gather(type.entry.type, type.entry.read(value, name), shape);
    assert.deepStrictEqual(entry, found);
  }
  return found;
}

test("values of random types read the same by reference as they do as objects", { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const types = fc.sample(randomBorderType(2), { numRuns: 4, seed });
      const source = writeCopies(types);
      const { exports, reader } = compileWithReader(source)();
      for (const [i, { values }] of types.entries()) {
        const copy = reader.function(`copy${i}`)!;
        for (const value of fc.sample(values, { numRuns: 40, seed })) {
          const wanted: unknown = exports[`copy${i}`](value);
          const raw = copy.call([value]);
          const found = gather(copy.type, raw, wanted);
          const place = `copy${i} of\n${source}\nwith ${fc.stringify(value)}: ${fc.stringify(found)}`;
          expect(isDeepStrictEqual(found, wanted), place).toBe(true);
          const host = copy.type.kind === "guest" ? copy.type.toHost(raw) : raw;
          expect(isDeepStrictEqual(host, wanted), `as JavaScript has it: ${place}`).toBe(true);
        }
      }
    }),
    { numRuns: 6 },
  );
});

describe("variables", () => {
  const start = compileWithReader(`
    class Point { constructor(public x: number, private y: number) {} get sum(): number { return this.x + this.y; } move(): void { this.x++; } }
    interface Todo { id: number; title: string; done: boolean; due?: Date; owner: { name: string } | null; next?: Todo }
    class Failure extends Error { code = 3; }
    export let count = 0;
    export let maybe: number | undefined;
    export const todos: Todo[] = [{ id: 1, title: "one", done: true, due: new Date(5), owner: { name: "Ada" } }];
    export const point = new Point(2, 3);
    export let shape: { kind: "circle"; r: number } | { kind: "box"; sides: number[]; r: string } = { kind: "circle", r: 2 };
    export let failure: Failure | Error | undefined = new Failure("bad");
    export let anything: unknown = { a: [1] };
    export const scores = new Map<Todo, number>([[todos[0]!, 7]]);
    export const mixed: (Todo | RegExp)[] = [todos[0]!, /x/g];
    export const words: Record<string, Todo> = { "key 1": todos[0]! };
    export function change(): void {
      count++; maybe = 0.5; todos[0]!.title = "changed"; todos.push({ id: 2, title: "two", done: false, owner: null, next: todos[0]! });
      point.move(); shape = { kind: "box", sides: [1, 2], r: "r" };
    }
    export function first(list: Todo[]): Todo | undefined { return list[0]; }
    export function fail(): number { throw new RangeError("no"); }`);
  const read = (reader: StateReader, name: string): unknown => reader.variable(name)!.read();
  const get = (reader: StateReader, name: string, ...path: string[]): unknown => {
    const { type, read: value } = reader.variable(name)!;
    return path.reduce<[StateType, unknown]>(
      ([at, held], key) => {
        if (at.kind !== "guest") return [at, (held as Record<string, unknown>)[key]];
        const member = at.member(key);
        return member && typeof held === "object" && held !== null
          ? [member.type, member.read(held)]
          : [{ kind: "primitive" }, undefined];
      },
      [type, value()],
    )[1];
  };

  test("are read as they are now, objects by reference", () => {
    const { exports, reader } = start();
    expect([read(reader, "count"), read(reader, "maybe"), get(reader, "todos", "length")]).toEqual([0, undefined, 1]);
    const [todos, todo] = [read(reader, "todos"), get(reader, "todos", "0")];
    expect(get(reader, "todos", "0", "title")).toBe("one");
    exports.change();
    expect([read(reader, "count"), read(reader, "maybe"), get(reader, "todos", "length")]).toEqual([1, 0.5, 2]);
    expect(read(reader, "todos")).toBe(todos);
    expect(get(reader, "todos", "1", "next")).toBe(todo);
    expect(get(reader, "todos", "1", "owner")).toBe(null);
    expect(get(reader, "todos", "0", "due")).toEqual(new Date(5));
    expect(get(reader, "todos", "0", "done")).toBe(true);
    expect(get(reader, "todos", "0", "title")).toBe("changed");
    expect(get(reader, "words", "key 1")).toBe(todo);
  });

  test("have the members that their objects show: fields and getters, no methods", () => {
    const { exports, reader } = start();
    expect([get(reader, "point", "x"), get(reader, "point", "sum")]).toEqual([2, 5]);
    exports.change();
    expect([get(reader, "point", "x"), get(reader, "point", "sum")]).toEqual([3, 6]);
    const { type } = reader.variable("point")!;
    if (type.kind !== "guest") throw new Error("a class is read by reference");
    expect([type.member("move"), type.member("constructor"), type.member("__proto__")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([type.member("x")?.isComputed, type.member("sum")?.isComputed]).toEqual([false, true]);
  });

  test("of several types are read as the one that they have", () => {
    const { exports, reader } = start();
    expect([get(reader, "shape", "kind"), get(reader, "shape", "r")]).toEqual(["circle", 2]);
    expect(get(reader, "shape", "sides")).toBe(undefined);
    exports.change();
    expect([get(reader, "shape", "kind"), get(reader, "shape", "r")]).toEqual(["box", "r"]);
    expect(get(reader, "shape", "sides", "1")).toBe(2);
  });

  test("of other types are what JavaScript has of them", () => {
    const { exports, reader } = start();
    expect(get(reader, "failure", "message")).toBe("bad");
    expect(get(reader, "failure", "code")).toBe(3);
    expect(read(reader, "anything")).toEqual({ a: [1] });
    const { type } = reader.variable("todos")!;
    const host = (type as StateType & { kind: "guest" }).toHost(read(reader, "todos"));
    expect(host).toBe(exports.todos);
    exports.change();
    expect((type as StateType & { kind: "guest" }).toHost(read(reader, "todos"))).toBe(host);
    expect(host).toMatchObject([{ title: "changed" }, { id: 2 }]);
  });

  test("are read by reference also beside others that JavaScript has itself", () => {
    const { reader } = start();
    expect(read(reader, "mixed")).not.toBe(undefined);
    expect(get(reader, "mixed", "0")).toBe(get(reader, "todos", "0"));
    expect([get(reader, "mixed", "0", "title"), get(reader, "mixed", "0", "lastIndex")]).toEqual(["one", undefined]);
    expect([get(reader, "mixed", "1", "title"), get(reader, "mixed", "1", "constructor")]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("are what functions are given that are called for a result", () => {
    const { exports, reader } = start();
    const first = reader.function("first")!;
    expect(first.call([exports.todos])).toBe(get(reader, "todos", "0"));
    expect(() => reader.function("fail")!.call([])).toThrow("no");
    expect([reader.variable("first"), reader.function("count"), reader.variable("toString")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
