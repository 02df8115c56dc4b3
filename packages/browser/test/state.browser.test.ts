import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type OpenOptions, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

interface App {
  html: string;
  controller: string;
  data?: object;
}

async function open({ html, controller, data }: App, options?: OpenOptions): Promise<TestPageHandle> {
  const files = {
    "pages/home/index.html": html,
    "pages/home/controller.ts": controller,
    ...(data && { "pages/home/data.json": JSON.stringify(data) }),
  };
  return openFiles(files, options);
}

async function openFiles(files: Record<string, string>, options?: OpenOptions): Promise<TestPageHandle> {
  return site.open(await compileTestApp(files), options);
}

const text = (handle: TestPageHandle, selector = "p"): Promise<string[]> =>
  handle.page.locator(selector).allTextContents();
const click = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("button", { name, exact: true }).click();

describe("what a controller exports is shown", () => {
  test("after each handler, also what was changed in place", async () => {
    const handle = await open({
      html: `<ul><li data-for="todo in todos" data-key="todo.id" data-class-done="todo.done" data-bind="todo.title"></li></ul>
        <p data-bind="count"></p><p data-bind="user.name"></p><p data-bind="scores.size"></p><b data-for="entry in scores" data-bind="entry[0]"></b>
        <i data-for="tag in tags" data-bind="tag"></i><p data-bind="nothing ?? 'none'"></p>
        <button data-onclick="change">change</button><button data-onclick="shrink">shrink</button>`,
      controller: `
        interface Todo { id: number; title: string; done: boolean }
        export const todos: Todo[] = [{ id: 1, title: "one", done: false }, { id: 2, title: "two", done: false }];
        export let count = 0;
        export const user = { name: "Ada" };
        export const scores = new Map<string, number>();
        export const tags = new Set<string>(["x"]);
        export let nothing: string | undefined;
        export function change(): void {
          count += 1;
          todos[0].done = true;
          todos.push({ id: 3, title: "three", done: false });
          user.name += "!";
          scores.set("s" + count, count);
          tags.add("y");
          nothing = "some";
        }
        export function shrink(): void { todos.splice(0, 2); tags.clear(); nothing = undefined; todos.reverse(); }`,
    });
    expect(await text(handle, "li")).toEqual(["one", "two"]);
    expect(await text(handle)).toEqual(["0", "Ada", "0", "none"]);
    const second = await handle.page.locator("li").nth(1).elementHandle();
    await click(handle, "change");
    expect(await text(handle, "li")).toEqual(["one", "two", "three"]);
    expect(await handle.page.locator("li.done").count()).toBe(1);
    expect(await text(handle)).toEqual(["1", "Ada!", "1", "some"]);
    expect([await text(handle, "b"), await text(handle, "i")]).toEqual([["s1"], ["x", "y"]]);
    expect(await second?.evaluate((node) => node.isConnected)).toBe(true);
    await click(handle, "shrink");
    expect([await text(handle, "li"), await text(handle, "i")]).toEqual([["three"], []]);
    expect(await text(handle)).toEqual(["1", "Ada!", "1", "none"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("in rows that have the nodes of their key, also where that has changed in place", async () => {
    const handle = await open({
      html: `<ul><li data-for="todo in todos" data-key="todo.id" data-bind="todo.title"></li></ul>
        <ol data-for="group in groups"><li data-for="each in group.todos" data-key="\`\${group.id}/\${each.id}\`" data-bind="each.title"></li></ol>
        <button data-onclick="rename">rename</button><button data-onclick="both">both</button><button data-onclick="trade">trade</button>
        <button data-onclick="regroup">regroup</button>`,
      controller: `
        interface Todo { id: number; title: string }
        const todo = (id: number): Todo => ({ id, title: "t" + id });
        export const todos: Todo[] = [todo(1), todo(2), todo(3), todo(4)];
        export const groups = [{ id: "a", todos: [todo(1)] }, { id: "b", todos: [todo(2)] }];
        export function rename(): void { todos[1].id = 20; }
        export function both(): void { todos.push(todo(5)); todos[2].id = 30; }
        export function trade(): void { [todos[0].id, todos[3].id] = [todos[3].id, todos[0].id]; }
        export function regroup(): void { groups[0].id = "c"; }`,
    });
    /** Which nodes show, by the number that each got when it was first seen. */
    const nodes = (list: string): Promise<unknown[]> =>
      handle.page.locator(`${list} > li`).evaluateAll((all) => {
        const seen = ((globalThis as { seen?: Element[] }).seen ??= []);
        return all.map((node) => (seen.includes(node) ? seen.indexOf(node) : seen.push(node) - 1));
      });
    expect(await nodes("ul")).toEqual([0, 1, 2, 3]);
    await click(handle, "rename");
    expect(await nodes("ul")).toEqual([0, 4, 2, 3]);
    await click(handle, "both");
    expect(await nodes("ul")).toEqual([0, 4, 5, 3, 6]);
    await click(handle, "trade");
    expect(await nodes("ul")).toEqual([3, 4, 5, 0, 6]);
    expect(await text(handle, "ul > li")).toEqual(["t1", "t2", "t3", "t4", "t5"]);
    expect(await nodes("ol")).toEqual([7, 8]);
    await click(handle, "regroup");
    expect(await nodes("ol")).toEqual([9, 8]);
    expect(await handle.codes()).toEqual([]);
  });

  test("in rows whose key reads more than the row, or that stand in lists of functions", async () => {
    const item = `class Item { constructor(public a: number, public b: number) {} }`;
    const handle = await openFiles({
      "pages/home/index.html": `<div data-use="parts"></div>
        <section data-for="group in groups"><h2 data-bind="group.title"></h2><p data-for="each in visible(group)" data-key="each.a" data-bind="each.a"></p></section>
        <button data-onclick="change">change</button>`,
      "pages/home/controller.ts": `
        ${item}
        class Group { constructor(public title: string, public items: Item[]) {} }
        export const groups = [new Group("x", [new Item(1, 1), new Item(2, 2)])];
        export function visible(group: Group): Item[] { return group.items.filter((each) => each.b > 0); }
        export function change(): void {
          groups.push(new Group("y", []));
          groups[0].title = "z";
          groups[0].items[0].a = 3;
          groups[0].items.push(new Item(1, 4));
        }`,
      "components/parts.html": `<i data-for="each in items" data-key="byB ? each.b : each.a" data-bind="each.a"></i>
        <button data-onclick="turn">turn</button><button data-onclick="add">add</button>`,
      "components/parts.ts": `
        ${item}
        export const items = [new Item(1, 2)];
        export let byB = false;
        export function turn(): void { byB = true; }
        export function add(): void { items.push(new Item(9, 1)); }`,
    });
    await click(handle, "turn");
    await click(handle, "add");
    expect(await text(handle, "i")).toEqual(["1", "9"]);
    await click(handle, "change");
    expect(await text(handle, "section > *")).toEqual(["z", "3", "2", "1", "y"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("by functions that change nothing, and by members of classes", async () => {
    const handle = await open({
      html: `<p data-bind="open()"></p><p data-bind="label(2, 'x')"></p>
        <ul><li data-for="todo in visible()" data-bind="\`\${todo.title} \${todo.shout} \${todo['tog' + 'gle'] ?? '-'}\`"></li></ul>
        <button data-onclick="toggle(1)">toggle</button>`,
      controller: `
        class Todo {
          done = false;
          constructor(readonly id: number, public title: string) {}
          get shout(): string { return this.title.toUpperCase(); }
          toggle(): void { this.done = !this.done; }
        }
        const todos = [new Todo(1, "one"), new Todo(2, "two")];
        export function visible(): Todo[] { return todos.filter((todo) => !todo.done); }
        export const open = (): number => visible().length;
        export function label(n: number, text: string): string { return text.repeat(n); }
        export function toggle(id: number): void { todos.find((todo) => todo.id === id)?.toggle(); }`,
    });
    expect(await text(handle)).toEqual(["2", "xx"]);
    expect(await text(handle, "li")).toEqual(["one ONE -", "two TWO -"]);
    await click(handle, "toggle");
    expect([await text(handle), await text(handle, "li")]).toEqual([["1", "xx"], ["two TWO -"]]);
    expect(await handle.codes()).toEqual([]);
  });

  test("at the first await, and after each", async () => {
    const handle = await open({
      html: `<p data-bind="state"></p><button data-onclick="work">work</button>`,
      controller: `
        export let state = "idle";
        const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
        export async function work(): Promise<void> {
          state = "started";
          await wait(300);
          state = "half";
          await Promise.resolve();
          await null;
          await wait(300);
          state = "done";
        }`,
    });
    await handle.page.evaluate(() => {
      const seen: string[] = ((globalThis as { seen?: string[] }).seen = []);
      const node = document.querySelector("p") as Element;
      new MutationObserver(() => seen.push(node.textContent ?? "")).observe(node, {
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    await click(handle, "work");
    await expect.poll(() => text(handle)).toEqual(["done"]);
    const seen = await handle.page.evaluate(() => (globalThis as { seen?: string[] }).seen);
    expect(seen).toEqual(["started", "half", "done"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("when a timer fires", async () => {
    const handle = await open({
      html: `<p data-bind="ticks"></p>`,
      controller: `
        export let ticks = 0;
        export function start(): void {
          const timer = setInterval(() => {
            ticks++;
            if (ticks === 3) clearInterval(timer);
          }, 20);
        }`,
    });
    await expect.poll(() => text(handle)).toEqual(["3"]);
    expect(await handle.codes()).toEqual([]);
  });
});

describe("data.json and updates", () => {
  test("initialise and assign what the controller exports", async () => {
    const handle = await open({
      html: `<p data-bind="count"></p><p data-bind="sum"></p><p data-bind="list.length"></p><p data-bind="other"></p>
        <button data-onclick="go">go</button><button data-onclick="wrong">wrong</button>`,
      controller: `
        export let count = 1;
        export let list: { n: number }[] = [];
        export let sum = 0;
        export function start(): void { sum = list.reduce((all, { n }) => all + n, count); }
        export function go(): void {
          rune.update_data("home", { count: 20, other: "set" });
          count = 5;
        }
        export function wrong(): void {
          const text: unknown = "no number";
          rune.update_data("home", { count: text });
        }`,
      data: { count: 10, list: [{ n: 1 }, { n: 2 }] },
    });
    expect(await text(handle)).toEqual(["10", "13", "2", ""]);
    await click(handle, "go");
    expect(await text(handle)).toEqual(["20", "13", "2", "set"]);
    await click(handle, "wrong");
    expect(await text(handle)).toEqual(["20", "13", "2", "set"]);
    expect(await handle.codes()).toEqual(["guest_threw"]);
  });

  test("constant initialisers show before the module has loaded", async () => {
    const sealed = await compileTestApp({
      "pages/home/index.html": `<p data-bind="count"></p><ul><li data-for="item in items" data-bind="item.name"></li></ul>`,
      "pages/home/controller.ts": `
        export let count = -3;
        export const items = [{ name: "a" }, { name: "b" }];
        export let later = Math.sqrt(4);`,
      "pages/home/data.json": `{ "count": 7 }`,
    });
    const [route] = sealed.manifest.routes;
    expect(route?.assigns).toEqual(["count"]);
    const data = new TextDecoder().decode(sealed.files.get(route?.data ?? ""));
    expect(JSON.parse(data)).toEqual({ count: 7, items: [{ name: "a" }, { name: "b" }] });
  });
});

describe("what goes wrong", () => {
  test("in a handler is told, and the page goes on", async () => {
    const handle = await open({
      html: `<p data-bind="count"></p><input data-oninput="take($event.target.value.length)">
        <button data-onclick="fail">fail</button><button data-onclick="reject">reject</button>
        <button data-onclick="forget">forget</button><button data-onclick="add">add</button>`,
      controller: `
        export let count = 0;
        export function fail(): void { count++; throw new RangeError("too much"); }
        export async function reject(): Promise<void> { await null; throw new Error("later"); }
        export function forget(): void { void Promise.reject(new Error("nobody")); }
        export function add(): void { count += 10; }
        export function take(length: number): void { count = length; }`,
    });
    await click(handle, "fail");
    expect(await text(handle)).toEqual(["1"]);
    await click(handle, "reject");
    await expect.poll(() => handle.codes()).toEqual(["guest_threw", "guest_threw"]);
    await click(handle, "forget");
    await expect.poll(() => handle.codes()).toHaveLength(3);
    await click(handle, "add");
    expect(await text(handle)).toEqual(["11"]);
    await handle.page.locator("input").fill("four");
    expect(await text(handle)).toEqual(["4"]);
    expect(await handle.codes()).toHaveLength(3);
  });
});
