// A watched object tells when it has changed: whatever a program does, no change goes unnoticed.
import { createBorder } from "@rune/host";
import type { GuestState, StateReader, StateType } from "@rune/host";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileTypeScriptRelease } from "../../../src/typescript/compile.ts";
import { compile, compileWithReader, startModule } from "./load-module.ts";
import { keys, propertyNames, randomMutations } from "./random-mutations.ts";

/** What is in an object itself: its own values, and references to others. */
function contentOf(type: GuestState, reference: object): unknown[] {
  const content: unknown[] = [];
  for (const name of propertyNames) {
    const member = type.member(name);
    if (member && !member.isComputed) content.push(member.read(reference));
  }
  for (const key of keys) content.push(type.entry?.read(reference, key));
  const list = type.list?.read(reference);
  if (list) for (const item of list.items) content.push(...(Array.isArray(item) ? item : [item]));
  return content;
}

/** All objects that the exported variables lead to. */
function reach(reader: StateReader, names: readonly string[]): Map<object, GuestState> {
  const found = new Map<object, GuestState>();
  const visit = (type: StateType, value: unknown): void => {
    if (type.kind !== "guest" || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      value.forEach((each, at) => visit(type.member(String(at))!.type, each));
      return;
    }
    if (found.has(value)) return;
    found.set(value, type);
    for (const name of propertyNames) {
      const member = type.member(name);
      if (member) visit(member.type, member.read(value));
    }
    for (const key of keys) if (type.entry) visit(type.entry.type, type.entry.read(value, key));
    const { list } = type;
    for (const item of list?.read(value)?.items ?? []) visit(list!.type, item);
  };
  for (const name of names) {
    const { type, read } = reader.variable(name)!;
    visit(type, read());
  }
  return found;
}

const variables = [
  "items byName byNumber chosen words counts nested board boards pair matrix flags figures numbers bag counter maybe",
].flatMap((each) => each.split(" "));

/** Runs all functions of a program, each twice: changes of which it does not tell, and what it tells of where nothing changes. */
function findFaults(
  { exports, reader }: ReturnType<ReturnType<typeof compileWithReader>>,
  functions: readonly { name: string; reads: boolean }[],
): string[] {
  const faults: string[] = [];
  const changed = new Set<object>();
  reader.onChanged((owner) => changed.add(owner));
  for (const { name, reads } of [...functions, ...functions]) {
    const before = [...reach(reader, variables)].map(([reference, type]) => {
      const owner = { reference };
      if (!type.watch) faults.push(`what ${String(contentOf(type, reference))} is in cannot be watched`);
      type.watch?.(reference, owner);
      return { reference, type, owner, content: contentOf(type, reference) };
    });
    changed.clear();
    exports[name]();
    if (reads && changed.size > 0) faults.push(`${name} tells of changes though there are none`);
    for (const { reference, type, owner, content } of before) {
      const now = contentOf(type, reference);
      const same = now.length === content.length && now.every((each, at) => Object.is(each, content[at]));
      if (!same && !changed.has(owner)) faults.push(`${name} changes ${String(content)} without a word`);
    }
  }
  return faults;
}

test("every change of a watched object is told", { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(randomMutations, ({ source, functions }) => {
      expect(findFaults(compileWithReader(source, { watch: true })(), functions)).toEqual([]);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test("also by modules that are optimised and count what they do", { timeout: 300_000 }, async () => {
  const [program] = fc.sample(randomMutations, { numRuns: 1, seed: 4 });
  const { source, functions } = program!;
  const input = { file: "main.ts", source, readFile: () => undefined };
  const { module } = await compileTypeScriptRelease(input, { watch: true, fuel: true });
  expect(findFaults(startModule(module!.bytes, module!.interface)(), functions)).toEqual([]);
});

describe("what is told", () => {
  const source = `
    interface Todo { title: string; done: boolean }
    export const todos: Todo[] = [{ title: "a", done: false }, { title: "b", done: false }];
    export function finish(): void { for (let i = 0; i < 100; i++) todos[0]!.done = !todos[0]!.done; }
    export function count(all: Todo[]): number { return all.length; }
    export function add(): void { todos.push({ title: "c", done: true }); }
  `;

  function watched() {
    const { exports, reader } = compileWithReader(source, { watch: true })();
    const told: object[] = [];
    reader.onChanged((owner) => told.push(owner));
    const { type, read } = reader.variable("todos")!;
    const list = type as GuestState;
    const todos = read() as object;
    return { exports, told, list, todos, todo: list.list!.type as GuestState };
  }

  test("is told once, by what watches the object", () => {
    const { exports, told, list, todos, todo } = watched();
    const owners = [{}, {}, {}];
    list.watch!(todos, owners[0]);
    for (const [at, item] of list.list!.read(todos)!.items.entries()) todo.watch!(item as object, owners[at + 1]);
    exports.finish();
    expect(told).toEqual([owners[1]]);
    expect(told[0]).toBe(owners[1]);
    exports.finish();
    exports.add();
    expect(told).toEqual([owners[1], owners[0]]);
    expect(told[1]).toBe(owners[0]);
  });

  test("an object is watched by the last one that asked", () => {
    const { exports, told, list, todos } = watched();
    const last = {};
    list.watch!(todos, {});
    list.watch!(todos, last);
    exports.add();
    expect(told).toHaveLength(1);
    expect(told[0]).toBe(last);
  });

  test("nothing is told of what is not watched any more", () => {
    const { exports, told, list, todos } = watched();
    list.watch!(todos, {});
    list.watch!(todos, undefined);
    exports.add();
    expect(told).toEqual([]);
  });

  test("changes by JavaScript are told as well, once the module has them", () => {
    const { exports, told, list, todos } = watched();
    list.watch!(todos, {});
    exports.todos.push({ title: "d", done: false });
    expect(exports.count(exports.todos)).toBe(3);
    expect(told).toHaveLength(1);
  });

  test("a module can tell of nothing but what it was given", () => {
    const { imports, state } = createBorder({ exports: [], types: [], classes: [], any: {} }, {});
    state().reader.onChanged(() => {});
    for (const forged of [undefined, null, 1, "text", {}, () => {}]) {
      expect(() => imports["changed"]!(forged)).toThrow("told of a change that nobody had asked for");
    }
  });

  test("modules that nobody asks for it hold nothing to watch by", () => {
    expect(compile(source).interface.types.some((type) => "watch" in type && type.watch !== undefined)).toBe(false);
  });
});
