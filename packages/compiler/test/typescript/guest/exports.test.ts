import { describe, expect, test } from "vitest";
import { runController } from "./run-controller.ts";

describe("a controller of ordinary TypeScript in its host", { timeout: 60_000 }, () => {
  test("is called with values, and gives values", async () => {
    const { instance } = await runController(`
      interface Todo { id: number; title: string; tags?: string[] }
      export function describe(todo: Todo): string { return todo.id + " " + todo.title + " " + (todo.tags?.join() ?? "none"); }
      export function make(count: number): Todo[] {
        return Array.from({ length: count }, (_, id) => ({ id, title: "t" + id }));
      }
      export const add = (a: number, b = 10, ...more: number[]): number => more.reduce((sum, n) => sum + n, a + b);
      export function start(params: { filter?: string }): string { return params.filter ?? "all"; }`);
    expect(instance.call("describe", [{ id: 1, title: "x" }])).toBe("1 x none");
    expect(instance.call("describe", [{ id: 1, title: "x", tags: ["a", "b"] }])).toBe("1 x a,b");
    expect(instance.call("make", [2])).toEqual([
      { id: 0, title: "t0" },
      { id: 1, title: "t1" },
    ]);
    expect([instance.call("add", [1]), instance.call("add", [1, 2]), instance.call("add", [1, 2, 3, 4])]).toEqual([
      11, 3, 10,
    ]);
    expect([instance.call("start", [{}]), instance.call("start", [{ filter: "active" }])]).toEqual(["all", "active"]);
  });

  test("shows its variables as they are", async () => {
    const { instance } = await runController(`
      export let count = 1;
      export let name: string | undefined;
      export const todos: { id: number; done: boolean }[] = [];
      export const seen = new Map<string, number>();
      export let both: { first: string } | null = null;
      export function go(): void {
        count += 0.5;
        name = "n" + count;
        if (todos.length === 0) todos.push({ id: 1, done: false }, { id: 2, done: false });
        else todos[0].done = true;
        seen.set(name, count);
        both = { first: name };
      }
      export function shrink(): void { todos.shift(); both = null; }`);
    const state = (): unknown => Object.fromEntries(instance.variables.map((name) => [name, instance.read(name)]));
    expect(state()).toEqual({ count: 1, name: undefined, todos: [], seen: new Map(), both: null });
    instance.call("go");
    const todos = instance.read("todos");
    expect(state()).toEqual({
      count: 1.5,
      name: "n1.5",
      todos: [
        { id: 1, done: false },
        { id: 2, done: false },
      ],
      seen: new Map([["n1.5", 1.5]]),
      both: { first: "n1.5" },
    });
    instance.call("go");
    expect(instance.read("todos")).toBe(todos);
    expect(todos).toEqual([
      { id: 1, done: true },
      { id: 2, done: false },
    ]);
    instance.call("shrink");
    expect(instance.read("todos")).toEqual([{ id: 2, done: false }]);
    expect(instance.read("both")).toBeNull();
  });

  test("has its variables assigned where that was asked for", async () => {
    const source = `
      interface Todo { id: number; title: string }
      export let count = 1;
      export let other = 2;
      export const fixed = 3;
      export let todos: Todo[] = [];
      export function sum(): string { return count + todos.map(({ title }) => title).join(""); }`;
    const { instance } = await runController(source, {}, ["count", "todos", "fixed"]);
    instance.assign("count", 5);
    instance.assign("todos", [
      { id: 1, title: "a" },
      { id: 2, title: "b" },
    ]);
    expect(instance.call("sum")).toBe("5ab");
    expect(() => instance.assign("count", "five")).toThrow(/count.*number/);
    expect(() => instance.assign("todos", [{ id: 1 }])).toThrow(/title/);
    expect(instance.call("sum")).toBe("5ab");
    for (const name of ["other", "fixed"]) {
      expect(() => instance.assign(name, 1)).toThrow(expect.objectContaining({ code: "guest_variable_constant" }));
    }
    expect(() => instance.assign("nothing", 1)).toThrow(expect.objectContaining({ code: "guest_export_unknown" }));
  });

  test("fails as its author would expect", async () => {
    const { instance } = await runController(`
      class Refusal extends Error { constructor(public reason: string) { super("refused: " + reason); this.name = "Refusal"; } }
      export function refuse(why: string): void { throw new Refusal(why); }
      export function text(): void { throw "only text"; }
      export function fine(): number { return 1; }`);
    expect(() => instance.call("refuse", ["no"])).toThrow(
      expect.objectContaining({
        code: "guest_threw",
        message: expect.stringMatching(
          /^`refuse` of `controller.wasm` threw at bytes [\d,]+: Refusal: refused: no$/,
        ) as string,
        cause: expect.objectContaining({ reason: "no" }) as unknown,
      }),
    );
    expect(() => instance.call("text")).toThrow(expect.objectContaining({ code: "guest_threw", cause: "only text" }));
    expect(instance.call("fine")).toBe(1);
    instance.stop();
    for (const use of [() => instance.call("fine"), () => instance.read("x"), () => instance.assign("x", 1)]) {
      expect(use).toThrow(expect.objectContaining({ code: "instance_stopped" }));
    }
  });
});
