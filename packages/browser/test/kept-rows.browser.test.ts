// Rows of a controller's objects stay as they are where nothing that they show can have changed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestPage } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const controller = `
  interface Todo { title: string; isUrgent: boolean }
  const todo = (title: string): Todo => ({ title, isUrgent: false });
  export const todos: Todo[] = [todo("a"), todo("b"), todo("c"), todo("d")];
  export let picked = "";
  let made = 0;
  export function pick(at: number, each: Todo): void { picked = at + each.title; }
  export function shift(): void { todos.shift(); }
  export function swap(): void { [todos[0], todos[2]] = [todos[2], todos[0]]; }
  export function insert(): void { todos.splice(1, 0, todo("new" + made++)); }
  export function repeat(): void { todos.unshift(todos[todos.length - 1]); }
  export function rotate(): void { todos.reverse(); todos.splice(1, 0, todos.pop()!); }
  export function pop(): void { todos.pop(); }
  export function keep(): void { todos.splice(0, todos.length, todos[2]); }
  export function rush(): void { todos[todos.length - 1].isUrgent = true; }`;
const buttons = ["shift", "swap", "insert", "repeat", "rotate", "pop", "keep", "rush"].map(
  (name) => `<button data-onclick="${name}">${name}</button>`,
);

async function open(rows: string): Promise<TestPageHandle> {
  const html = `<ul>${rows}</ul><p data-bind="picked"></p>${buttons.join("")}`;
  return site.open(await compileTestPage(html, controller));
}

async function after(handle: TestPageHandle, name: string): Promise<string[]> {
  await handle.page.getByRole("button", { name, exact: true }).click();
  return handle.page.locator("li").allTextContents();
}

async function pick({ page }: TestPageHandle, row: number): Promise<string | null> {
  await page.locator("li").nth(row).click();
  return page.locator("p").textContent();
}

test("which show their place follow it, also what hears events only", async () => {
  const shown = await open(`<li data-for="(each, i) in todos" data-bind="i + each.title"></li>`);
  expect(await after(shown, "shift")).toEqual(["0b", "1c", "2d"]);
  expect(await after(shown, "swap")).toEqual(["0d", "1c", "2b"]);
  expect(await after(shown, "insert")).toEqual(["0d", "1new0", "2c", "3b"]);

  const heard = await open(
    `<li data-for="(each, i) in todos" data-onclick="pick(i, each)" data-bind="each.title"></li>`,
  );
  expect(await after(heard, "shift")).toEqual(["b", "c", "d"]);
  expect(await pick(heard, 2)).toBe("2d");
  expect(await after(heard, "swap")).toEqual(["d", "c", "b"]);
  expect([await pick(heard, 0), await pick(heard, 1), await pick(heard, 2)]).toEqual(["0d", "1c", "2b"]);
  expect(await after(heard, "insert")).toEqual(["d", "new0", "c", "b"]);
  expect(await pick(heard, 3)).toBe("3b");
});

test("also those of inner templates that were not there when their row moved", async () => {
  const handle = await open(
    `<li data-for="(each, i) in todos"><i data-bind="each.title"></i><b data-if="each.isUrgent" data-bind="i"></b></li>`,
  );
  expect(await after(handle, "shift")).toEqual(["b", "c", "d"]);
  expect(await after(handle, "rush")).toEqual(["b", "c", "d2"]);
});

test("that stand for one object twice keep apart, and both show its changes", async () => {
  const handle = await open(
    `<li data-for="each in todos" data-bind="each.isUrgent ? each.title + '!' : each.title"></li>`,
  );
  expect(await after(handle, "repeat")).toEqual(["d", "a", "b", "c", "d"]);
  expect(await after(handle, "insert")).toEqual(["d", "new0", "a", "b", "c", "d"]);
  expect(await after(handle, "repeat")).toEqual(["d", "d", "new0", "a", "b", "c", "d"]);
  expect(await after(handle, "rush")).toEqual(["d!", "d!", "new0", "a", "b", "c", "d!"]);
  expect(await after(handle, "rotate")).toEqual(["d!", "d!", "c", "b", "a", "new0", "d!"]);
  expect(await after(handle, "rotate")).toEqual(["d!", "d!", "new0", "a", "b", "c", "d!"]);
  expect(await after(handle, "shift")).toEqual(["d!", "new0", "a", "b", "c", "d!"]);
  expect(await after(handle, "swap")).toEqual(["a", "new0", "d!", "b", "c", "d!"]);
  expect(await handle.codes()).toEqual([]);
});

test("that have stood for one object twice all go when they are gone", async () => {
  const handle = await open(`<li data-for="each in todos" data-bind="each.title"></li>`);
  expect(await after(handle, "repeat")).toEqual(["d", "a", "b", "c", "d"]);
  expect(await after(handle, "pop")).toEqual(["d", "a", "b", "c"]);
  expect(await after(handle, "repeat")).toEqual(["c", "d", "a", "b", "c"]);
  expect(await after(handle, "keep")).toEqual(["a"]);
  expect(await handle.codes()).toEqual([]);
});

test("of a Map are known by its keys, and of a Set by its values", async () => {
  const rows = (list: string, word: string): string =>
    `<ul><li data-for="row in ${list}"><input><b data-bind="${word}"></b></li></ul>`;
  const handle = await site.open(
    await compileTestPage(
      `${rows("scores", "row[0] + row[1]")}${rows("names", "row")}<button data-onclick="change">change</button>`,
      `export const scores = new Map<string, number>([["a", 1], ["b", 2], ["c", 3]]);
       export const names = new Set<string>(["a", "b", "c"]);
       export function change(): void {
         scores.delete("a");
         scores.set("b", 9);
         scores.set("a", 1);
         names.delete("a");
         names.add("d");
         names.add("a");
       }`,
    ),
  );
  const typed = (): Promise<string[]> =>
    handle.page
      .locator("li")
      .evaluateAll((all) => all.map((each) => `${each.textContent}:${each.querySelector("input")?.value}`));
  for (const list of [0, 1]) await handle.page.locator("ul").nth(list).locator("input").nth(1).fill("typed");
  expect(await typed()).toEqual(["a1:", "b2:typed", "c3:", "a:", "b:typed", "c:"]);
  await handle.page.getByRole("button", { name: "change" }).click();
  expect(await typed()).toEqual(["b9:typed", "c3:", "a1:", "b:typed", "c:", "d:", "a:"]);
  expect(await handle.codes()).toEqual([]);
});
