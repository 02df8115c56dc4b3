// Long lists are made in slices: no list keeps the page from answering.
import type { Binding, Expression, ForBinding, JsonObject, Template, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const item: Expression = ["item", 0];
const text = (at: number[], value: Expression): Binding => ({ type: "text", at, value });
const row: Template = { nodes: [["li", {}, ["input", {}], ["b", {}, ""]]], bindings: [text([0, 1], item)] };
const upTo = (count: number, from = 1): number[] => Array.from({ length: count }, (_, i) => from + i);

function open(
  more: Partial<ForBinding>,
  data: JsonObject,
  templates: Template[] = [row],
  prepare = holdSlices,
): Promise<TestPageHandle> {
  const binding: ForBinding = {
    type: "for",
    at: [0, 0],
    item: "row",
    each: ["data", "rows"],
    key: item,
    template: 1,
    ...more,
  };
  return site.open(
    {
      pages: {
        home: {
          nodes: [
            ["ul", {}, null],
            ["p", {}, ""],
          ],
          bindings: [binding, text([1], ["data", "word"])],
          templates,
          data,
        },
      },
    },
    { prepare },
  );
}

declare global {
  /** Lets one slice happen, of so many rows. */
  var slice: (rows: number) => void;
  /** How many tasks wait. */
  var waiting: () => number;
}

/** Slices wait until they are asked for, and their clock counts rows. */
function holdSlices(): void {
  const tasks: (() => void)[] = [];
  let time = 0;
  let step = 0;
  Object.defineProperty(window, "scheduler", { value: { postTask: (task: () => void) => tasks.push(task) } });
  performance.now = () => (time += step);
  globalThis.waiting = () => tasks.length;
  globalThis.slice = (rows) => {
    step = 12 / rows;
    tasks.shift()?.();
  };
}

const texts = ({ page }: TestPageHandle): Promise<number[]> =>
  page.evaluate(() => [...document.querySelectorAll("#app li")].map((node) => Number(node.textContent)));
/** What makes slices loads with the first list that needs it. */
async function slice({ page }: TestPageHandle, rows: number): Promise<void> {
  await page.waitForFunction(() => waiting() > 0);
  await page.evaluate((given) => globalThis.slice(given), rows);
}

test("a list of 1,000 rows shows at once, a longer one goes on slice by slice, and the page is alive between", async () => {
  const app = await open({}, { rows: upTo(1000), word: "a" });
  expect(await texts(app)).toEqual(upTo(1000));
  expect(await app.page.evaluate(() => waiting())).toBe(0);
  await app.set({ rows: upTo(3000) });
  expect(await texts(app)).toEqual(upTo(2000));
  await slice(app, 256);
  expect(await texts(app)).toEqual(upTo(2256));
  await app.set({ word: "b" });
  expect(await app.page.locator("#app p").textContent()).toBe("b");
  await slice(app, 1024);
  expect(await texts(app)).toEqual(upTo(3000));
  expect(await app.page.evaluate(() => waiting())).toBe(0);
  expect(await app.codes()).toEqual([]);
});

test("what changes meanwhile holds, and rows that show keep their nodes and the focus", async () => {
  const app = await open({}, { rows: [] });
  await app.set({ rows: upTo(5000) });
  expect(await texts(app)).toEqual(upTo(1000));
  const field = app.page.locator("#app li:nth-child(500) input");
  await field.fill("typed");
  // In another order, with others among them and without some.
  const next = [
    ...upTo(1500, 6000),
    ...upTo(5000)
      .reverse()
      .filter((n) => n % 2 === 0),
    9999,
  ];
  await app.set({ rows: next });
  const shown = await texts(app);
  expect(shown).toEqual(next.filter((n) => shown.includes(n)));
  expect(shown.length).toBe(500 + 1000);
  await slice(app, 512);
  await slice(app, 8192);
  expect(await texts(app)).toEqual(next);
  const state = await app.page.evaluate(() => {
    const input = document.activeElement as HTMLInputElement;
    return [input.value, input.nextSibling?.textContent];
  });
  expect(state).toEqual(["typed", "500"]);
  await app.set({ rows: [] });
  expect(await texts(app)).toEqual([]);
  await app.set({ rows: upTo(1500) });
  await app.set({ rows: upTo(3) });
  await slice(app, 8192);
  expect(await texts(app)).toEqual(upTo(3));
  expect(await app.codes()).toEqual([]);
});

test("lists inside of rows, conditions, positions, and what shows where there are no rows", async () => {
  const inner: Template = {
    nodes: [null],
    bindings: [{ type: "if", at: [0], branches: [{ when: ["!=", item, 2], template: 3 }] }],
  };
  const app = await open({ key: ["get", item, "id"], empty: 4 }, { rows: [] }, [
    {
      nodes: [["li", {}, ["b", {}, ""], null]],
      bindings: [
        text([0, 0], ["text", ["index", 0], "."]),
        { type: "for", at: [0, 1], item: "each", each: ["get", item, "inner"], template: 2 },
      ],
    },
    inner,
    { nodes: [["i", {}, ""]], bindings: [text([0], item)] },
    { nodes: [["em", {}, "none"]], bindings: [] },
  ]);
  await app.set({ rows: upTo(3).map((id) => ({ id, inner: upTo(700) })) });
  const counts = (): Promise<number[]> =>
    app.page.evaluate(() => [...document.querySelectorAll("#app li")].map((node) => node.querySelectorAll("i").length));
  // Each row takes one of 1,000, and of each 700 one does not show.
  expect(await counts()).toEqual([699, 297, 0]);
  await slice(app, 8192);
  expect(await counts()).toEqual([699, 699, 699]);
  expect(await app.page.evaluate(() => document.querySelectorAll("#app em").length)).toBe(0);
  await app.set({ rows: [] });
  expect(await app.html()).toContain("<em>none</em>");
  expect(await app.codes()).toEqual([]);
});

test("of lists inside of a row that a slice makes, a part shows with it, and the rest comes in slices of its own", async () => {
  const app = await open({ key: ["get", item, "id"] }, { rows: [] }, [
    {
      nodes: [["li", {}, null]],
      bindings: [{ type: "for", at: [0, 0], item: "each", each: ["get", item, "inner"], template: 2 }],
    },
    { nodes: [["i", {}, ""]], bindings: [text([0], item)] },
  ]);
  await app.set({ rows: upTo(1003).map((id) => ({ id, inner: id > 1000 ? upTo(250) : [] })) });
  const counts = (): Promise<number[]> =>
    app.page.evaluate(() =>
      [...document.querySelectorAll("#app li")].slice(1000).map((node) => node.querySelectorAll("i").length),
    );
  expect(await counts()).toEqual([]);
  await slice(app, 2);
  expect(await counts()).toEqual([100, 100]);
  await slice(app, 100);
  expect(await counts()).toEqual([199, 100, 100]);
  await slice(app, 8192);
  expect(await counts()).toEqual([250, 250, 250]);
});

test("a mutation finds nodes of rows that are still to come", async () => {
  const named: Template = {
    nodes: [["li", {}, ""]],
    bindings: [text([0], item), { type: "attribute", at: [0], name: "id", value: ["text", "r", item] }],
  };
  const app = await open({}, { rows: upTo(4000) }, [named]);
  await app.dispatch({ type: "UpdateView", node_id: "r3500", props: { title: "found" } });
  expect(await app.codes()).toEqual([]);
  expect(await app.page.locator("#r3500").getAttribute("title")).toBe("found");
});

test("a page that is left makes no more rows", async () => {
  const app = await open({}, { rows: upTo(5000) });
  await app.page.waitForFunction(() => waiting() > 0);
  await app.page.evaluate(() => testbed.app?.unmount());
  await slice(app, 256);
  expect(await app.page.evaluate(() => [waiting(), document.querySelectorAll("li").length])).toEqual([0, 0]);
  expect(app.complaints.errors).toEqual([]);
});

test("slices come after input and frames", async () => {
  const asked = await open({}, { rows: upTo(3000) }, [row], () => {
    const { scheduler } = window as unknown as { scheduler: { postTask(task: () => void, options: object): unknown } };
    const post = scheduler.postTask.bind(scheduler);
    scheduler.postTask = (task, options) => {
      document.documentElement.dataset["asked"] = JSON.stringify(options);
      return post(task, options);
    };
  });
  await asked.page.waitForFunction(() => document.querySelectorAll("#app li").length === 3000);
  expect(await asked.page.evaluate(() => document.documentElement.dataset["asked"])).toBe('{"priority":"background"}');
  expect(await asked.codes()).toEqual([]);
});

test("slices come also in browsers without a scheduler", async () => {
  const without = await open({}, { rows: upTo(3000) }, [row], () => {
    Object.defineProperty(window, "scheduler", { value: undefined });
  });
  await without.page.waitForFunction(() => document.querySelectorAll("#app li").length === 3000);
  expect(await texts(without)).toEqual(upTo(3000));
  expect(await without.codes()).toEqual([]);
});

test("a page that is left between two slices makes no more, and has all its rows when it comes back", async () => {
  const binding: ForBinding = { type: "for", at: [0, 0], item: "row", each: ["data", "rows"], key: item, template: 1 };
  const home = {
    nodes: [["ul", {}, null] as ViewNode],
    bindings: [binding],
    templates: [row],
    data: { rows: upTo(4000) },
  };
  const app = await site.open(
    { pages: { home, other: { pattern: "/other", nodes: [["h1", {}, "other"]], data: {} } } },
    { prepare: holdSlices },
  );
  const { length } = await texts(app);
  await slice(app, 256);
  expect(await texts(app)).toEqual(upTo(length + 256));
  await app.page.evaluate(() => testbed.app?.navigate("/other"));
  await slice(app, 256);
  expect(await app.page.evaluate(() => [waiting(), document.querySelectorAll("li").length])).toEqual([0, 0]);
  await app.page.evaluate(() => testbed.app?.navigate("/"));
  await slice(app, 256);
  await slice(app, 8192);
  expect(await texts(app)).toEqual(upTo(4000));
  expect(await app.page.evaluate(() => waiting())).toBe(0);
  expect(await app.codes()).toEqual([]);
});

test("where what makes slices does not load, the list shows all the same", async () => {
  const app = await open({}, { rows: [] });
  await app.page.route(/slices/, (route) => route.abort());
  await app.set({ rows: upTo(3000) });
  await app.page.waitForFunction(() => document.querySelectorAll("#app li").length === 3000);
  expect(await app.codes()).toEqual([]);
});

test("also after a page has been taken over that showed its first frame", async () => {
  const app = await open({}, { rows: [] }, [row], () => {
    document.querySelector("#app")?.setAttribute("data-rune-frame", "");
  });
  const shown = await app.page.evaluate((rows) => {
    testbed.dispatch({ type: "UpdateData", node_id: "home", updates: { rows } });
    return document.querySelectorAll("#app li").length;
  }, upTo(3000));
  expect(shown).toBe(1000);
  await app.page.waitForFunction(() => document.querySelectorAll("#app li").length === 3000);
  expect(await texts(app)).toEqual(upTo(3000));
});

test("a page that is taken over makes no more rows at once than others", async () => {
  const none = (): void => void Object.defineProperty(window, "scheduler", { value: { postTask: () => {} } });
  const framed = (): void => {
    Object.defineProperty(window, "scheduler", { value: { postTask: () => {} } });
    document.querySelector("#app")?.setAttribute("data-rune-frame", "");
  };
  const counts: number[] = [];
  for (const prepare of [none, framed]) {
    counts.push((await texts(await open({}, { rows: upTo(5000) }, [row], prepare))).length);
  }
  expect(counts[1]).toBe(counts[0]);
  expect(counts[1]).toBeLessThan(5000);
});
