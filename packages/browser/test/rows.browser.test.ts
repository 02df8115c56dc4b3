import type { Binding, Expression, ForBinding, JsonObject, Template, ViewNode } from "@rune/schema";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestSite, type OpenOptions, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const list: Expression = ["data", "rows"];
const item: Expression = ["item", 0];
const text = (at: number[], value: Expression): Binding => ({ type: "text", at, value });
const repeat = (at: number[], more: Partial<ForBinding> = {}): ForBinding => ({
  type: "for",
  at,
  item: "row",
  each: list,
  template: 1,
  ...more,
});
const key: Expression = ["get", item, "id"];

/** An app whose page is a list of `<li>` between two other elements. */
function openList(
  row: Template,
  more: Partial<ForBinding> = {},
  data: JsonObject = {},
  options: OpenOptions & { templates?: Template[] } = {},
): Promise<TestPageHandle> {
  const { templates = [], ...open } = options;
  return site.open(
    {
      pages: {
        home: {
          nodes: [["ul", {}, ["li", {}, "first"], null, ["li", {}, "last"]]],
          bindings: [repeat([0, 1], more)],
          templates: [row, ...templates],
          data,
        },
      },
    },
    open,
  );
}

const simple: Template = { nodes: [["li", {}, ""]], bindings: [text([0], item)] };
const keyed: Template = {
  nodes: [["li", {}, ["input", {}], ["b", {}, ""]]],
  bindings: [text([0, 1], ["get", item, "id"])],
};
/** Root nodes of every kind: text, a region at each end, an element. */
const odd: Template = {
  nodes: [null, "text ", ["b", {}, ""], null],
  bindings: [
    { type: "if", at: [0], branches: [{ when: ["get", item, "before"], template: 2 }] },
    text([2], ["get", item, "id"]),
    repeat([3], { each: ["get", item, "inner"], template: 3 }),
  ],
};
const oddInner: Template[] = [
  { nodes: [["i", {}, "before "]], bindings: [] },
  { nodes: [null], bindings: [{ type: "if", at: [0], branches: [{ when: ["!=", item, 2], template: 4 }] }] },
  { nodes: [["u", {}, ""]], bindings: [text([0], ["text", ["get", ["item", 1], "id"], "/", item])] },
];

const texts = ({ page }: TestPageHandle): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll("#app li")].slice(1, -1).map((node) => node.textContent ?? ""));

describe("what rows repeat over", () => {
  test("arrays, numbers, nothing", async () => {
    const app = await openList(simple);
    for (const [rows, shown] of [
      [
        ["a", "b"],
        ["a", "b"],
      ],
      [
        ["b", "a", "a"],
        ["b", "a", "a"],
      ],
      [3, ["1", "2", "3"]],
      [null, []],
      [
        [null, 0, ""],
        ["", "0", ""],
      ],
      [[], []],
    ]) {
      await app.set({ rows });
      expect(await texts(app)).toEqual(shown);
    }
    expect(await app.codes()).toEqual([]);
  });

  test("anything else is reported once and shows no rows", async () => {
    const app = await openList(simple, {}, { rows: ["a"] });
    await app.set({ rows: "text" });
    await app.set({ other: 1 });
    expect(await texts(app)).toEqual([]);
    expect(await app.codes()).toEqual(["list_invalid"]);
    await app.set({ rows: ["b"] });
    expect(await texts(app)).toEqual(["b"]);
    await app.set({ rows: 1e9 });
    expect(await app.codes()).toEqual(["list_invalid", "list_invalid"]);
  });
});

describe("keys", () => {
  test("the last of equal keys shows, and the mistake is reported once", async () => {
    const row: Template = { nodes: [["li", {}, ""]], bindings: [text([0], ["get", item, "t"])] };
    const rows = [
      { id: 1, t: "a" },
      { id: 2, t: "b" },
      { id: 1, t: "c" },
    ];
    const app = await openList(row, { key }, { rows });
    expect(await texts(app)).toEqual(["b", "c"]);
    await app.set({ rows: [...rows, { id: 2, t: "d" }] });
    expect(await texts(app)).toEqual(["c", "d"]);
    expect(await app.codes()).toEqual(["list_duplicate_key"]);
  });

  test("rows of values without a key stay at their position", async () => {
    const app = await openList(simple, {}, { rows: ["a", "b"] });
    const same = await app.page.evaluate(() => {
      const before = [...document.querySelectorAll("#app li")];
      testbed.dispatch({ type: "UpdateData", node_id: "home", updates: { rows: ["b", "c"] } });
      return [...document.querySelectorAll("#app li")].every((node, i) => node === before[i]);
    });
    expect(same).toBe(true);
    expect(await texts(app)).toEqual(["b", "c"]);
  });

  test("focus, caret and what is typed move with the row", async () => {
    for (const prepare of [undefined, (): void => void Reflect.deleteProperty(Element.prototype, "moveBefore")]) {
      const rows = [1, 2, 3, 4, 5].map((id) => ({ id }));
      const app = await openList(keyed, { key }, { rows }, prepare ? { prepare } : {});
      const field = app.page.locator("#app li:nth-child(4) input");
      await field.fill("typed");
      await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(1, 3));
      for (const order of [
        [3, 1, 2, 4, 5],
        [5, 4, 3, 2, 1],
        [2, 4, 3],
        [9, 3, 8],
      ]) {
        await app.set({ rows: order.map((id) => ({ id })) });
        expect(await texts(app)).toEqual(order.map(String));
        const state = await app.page.evaluate(() => {
          const input = document.activeElement as HTMLInputElement;
          return [input.value, input.selectionStart, input.selectionEnd, input.nextSibling?.textContent];
        });
        expect(state).toEqual(["typed", 1, 3, "3"]);
      }
    }
  });

  test("only a row that really moves is touched", async () => {
    const app = await openList(keyed, { key }, { rows: [1, 2, 3, 4].map((id) => ({ id })) });
    const touched = await app.page.evaluate(() => {
      const observer = new MutationObserver(() => {});
      observer.observe(document.querySelector("#app ul") as Node, { childList: true });
      const rows = [4, 1, 2, 3].map((id) => ({ id }));
      testbed.dispatch({ type: "UpdateData", node_id: "home", updates: { rows } });
      return new Set(observer.takeRecords().flatMap((record) => [...record.addedNodes, ...record.removedNodes])).size;
    });
    expect(touched).toBe(1);
  });

  test("of two rows that change places no other is touched", async () => {
    const app = await openList(keyed, { key }, { rows: [1, 2, 3, 4, 5].map((id) => ({ id })) });
    const touched = await app.page.evaluate(() => {
      const observer = new MutationObserver(() => {});
      observer.observe(document.querySelector("#app ul") as Node, { childList: true });
      const rows = [1, 4, 3, 2, 5].map((id) => ({ id }));
      testbed.dispatch({ type: "UpdateData", node_id: "home", updates: { rows } });
      const moved = observer.takeRecords().flatMap((record) => [...record.addedNodes]);
      return [...new Set(moved)].map((node) => node.textContent);
    });
    expect(touched.sort()).toEqual(["2", "4"]);
    expect(await texts(app)).toEqual(["1", "4", "3", "2", "5"]);
  });

  test("rows that all go, or are all others, leave the texts around them", async () => {
    const app = await site.open({
      pages: {
        home: {
          nodes: [["ul", {}, "before ", null, " after"]],
          bindings: [repeat([0, 1], { key })],
          templates: [keyed],
          data: { rows: [{ id: 1 }, { id: 2 }, { id: 3 }] },
        },
      },
    });
    const seen = await app.page.evaluate(() => {
      const list = document.querySelector("#app ul") as Element;
      const around = [list.firstChild, list.lastChild];
      return [[4, 5], [], [6], [7, 8, 9], []].map((ids) => {
        const rows = [...list.children];
        testbed.dispatch({ type: "UpdateData", node_id: "home", updates: { rows: ids.map((id) => ({ id })) } });
        const isKept = around[0] === list.firstChild && around[1] === list.lastChild;
        return [list.textContent, isKept, rows.some((row) => row.isConnected)];
      });
    });
    expect(seen).toEqual(["45", "", "6", "789", ""].map((ids) => [`before ${ids} after`, true, false]));
  });
});

test("rows can be filtered, know their index, and may be empty", async () => {
  const row: Template = {
    nodes: [["li", {}, ""]],
    bindings: [text([0], ["text", ["index", 0], ":", item])],
  };
  const empty: Template = { nodes: [["li", {}, ""]], bindings: [text([0], ["data", "none"])] };
  const filter: Expression = [">", item, 1];
  const app = await openList(row, { filter, empty: 2 }, { rows: [1, 2, 3], none: "nothing" }, { templates: [empty] });
  expect(await texts(app)).toEqual(["1:2", "2:3"]);
  await app.set({ rows: [1, 0] });
  expect(await texts(app)).toEqual(["nothing"]);
  await app.set({ none: "still nothing" });
  expect(await texts(app)).toEqual(["still nothing"]);
  await app.set({ rows: [5, 1] });
  expect(await texts(app)).toEqual(["0:5"]);
});

describe("any series of edits", () => {
  interface OddRow {
    id: number;
    before: boolean;
    inner: number[];
  }
  const row = fc.record({
    id: fc.nat(12),
    before: fc.boolean(),
    inner: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  });
  const series = fc.array(fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 9 }), {
    minLength: 1,
    maxLength: 6,
  });
  const expected = (rows: readonly OddRow[]): string =>
    rows
      .map(({ id, before, inner }) => {
        const shown = inner.filter((each) => each !== 2).map((each) => `<u>${id}/${each}</u>`);
        return `${before ? "<i>before </i>" : ""}text <b>${id}</b>${shown.join("")}`;
      })
      .join("");

  test("leaves the nodes in the order of the data, and keeps those of rows that stay", async () => {
    const nodes: ViewNode[] = [["p", {}, "start", null, "end"]];
    const app = await site.open({
      pages: {
        home: { nodes, bindings: [repeat([0, 1], { key })], templates: [odd, ...oddInner], data: { rows: [] } },
      },
    });
    await fc.assert(
      fc.asyncProperty(series, async (steps) => {
        const seen = await app.page.evaluate((given) => {
          const p = document.querySelector("#app p") as Element;
          let nodesById = new Map<string, Element>();
          return given.map((rows) => {
            testbed.dispatch({ type: "UpdateData", node_id: "home", updates: { rows } });
            const now = new Map([...p.querySelectorAll("b")].map((node) => [node.textContent ?? "", node] as const));
            const isKept = [...now].every(([id, node]) => !nodesById.has(id) || nodesById.get(id) === node);
            nodesById = now;
            return { html: p.innerHTML.replace(/<!--.*?-->/g, ""), isKept };
          });
        }, steps);
        expect(seen).toEqual(steps.map((rows) => ({ html: `start${expected(rows)}end`, isKept: true })));
      }),
      { numRuns: 150 },
    );
    expect(await app.codes()).toEqual([]);
  });

  test("also where the list is all that its parent has", async () => {
    const nodes: ViewNode[] = [["p", {}, null]];
    const app = await site.open({
      pages: {
        home: { nodes, bindings: [repeat([0, 0], { key })], templates: [odd, ...oddInner], data: { rows: [] } },
      },
    });
    await fc.assert(
      fc.asyncProperty(series, async (steps) => {
        for (const rows of [...steps, []]) {
          await app.set({ rows });
          expect(await app.html()).toBe(`<p>${expected(rows)}</p>`);
        }
      }),
      { numRuns: 25 },
    );
  });
});
