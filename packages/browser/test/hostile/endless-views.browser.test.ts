import type { SealedPackage } from "@rune/archive";
import type { Binding, Expression, NodePath, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileNeighbour } from "../harness/neighbour.ts";
import type { TestAppOptions, TestView } from "../harness/test-app.ts";
import { createTestSite, type TestSite } from "../harness/test-site.ts";

/*
 * Views that no compiler has made, and that would take all the time, memory or stack of a browser: each ends in an error that
 * names its place, and what else is on the page goes on.
 */

let site: TestSite;
let neighbour: SealedPackage;
beforeAll(async () => {
  site = await createTestSite();
  neighbour = await compileNeighbour();
});
afterAll(() => site.close());

/** An element in an element, so many times, with one more thing in the innermost. */
function nest(depth: number, inner: ViewNode): ViewNode {
  return Array.from({ length: depth }).reduce<ViewNode>((node) => ["div", { style: "display: grid" }, node], inner);
}

const within = (depth: number): NodePath => Array.from({ length: depth + 1 }, () => 0);
const page = (view: TestView, views?: TestAppOptions["views"]): TestAppOptions => ({
  pages: { home: view },
  ...(views && { views }),
});

/** A component that is used with a text, which it may show, and which uses itself. */
function recursive(nodes: ViewNode, at: NodePath, x?: Expression): TestAppOptions {
  const use = (value: Expression, place: NodePath): Binding => ({
    type: "component",
    at: place,
    view: "components/me",
    ...(x !== undefined && { props: [{ name: "x", value }] }),
  });
  const text: Binding[] = x === undefined ? [] : [{ type: "text", at: [0], value: ["data", "x"] }];
  const component: TestView = { nodes: [["p", {}, ""], nodes], bindings: [...text, use(x ?? null, at)] };
  return page({ nodes: [null], bindings: [use("0123456789", [0])] }, { "components/me": component });
}

/** Conditions in conditions, each in so many elements. */
function conditions(count: number, depth: number): TestAppOptions {
  const level = (i: number): TestView => ({
    nodes: [nest(depth, null)],
    bindings: [{ type: "if", at: within(depth), branches: [{ when: true, template: i + 1 }] }],
  });
  const templates = Array.from({ length: count }, (_, i) => {
    const { nodes, bindings = [] } = level(i + 1);
    return i < count - 1 ? { nodes, bindings } : { nodes: ["end"], bindings: [] };
  });
  return page({ ...level(0), templates });
}

/** The deepest layouts around conditions. */
function layouts(count: number): TestAppOptions {
  const names = Array.from({ length: count }, (_, i) => `layouts/${i}`);
  const layout: TestView = { nodes: [nest(31, ["div", {}])], bindings: [{ type: "outlet", at: within(31) }] };
  const { pages } = conditions(40, 100);
  return {
    pages: { home: { ...(pages["home"] as TestView), layouts: names } },
    views: Object.fromEntries(names.map((name) => [name, layout])),
  };
}

/** Lists in lists, each of so many rows, with a condition that none fulfils in the innermost. */
function lists(lengths: readonly number[]): TestAppOptions {
  const list = (i: number): Binding[] => [
    { type: "for", at: [0], item: "x", each: lengths[i] ?? 0, template: i + 1, ...(i === 2 && { filter: false }) },
  ];
  const templates = lengths.map((_, i) =>
    i < lengths.length - 1
      ? { nodes: [null], bindings: list(i + 1) }
      : { nodes: [["b", {}]] as ViewNode[], bindings: [] },
  );
  return page({ nodes: [null], bindings: list(0), templates });
}

const room = "there is no more room";
const long = "a text gets too long";

test.each<[name: string, app: TestAppOptions, code: string, said: readonly string[]]>([
  ["conditions that nest", conditions(40, 100), "binding_failed", ["`if`", "`home`", room]],
  ["conditions in layouts", layouts(8), "binding_failed", ["`if`", "`home`", room]],
  ["very many conditions", conditions(5000, 1), "binding_failed", ["`if`", "`home`", room]],
  [
    "deep components",
    recursive(nest(30, null), [1, ...within(30).slice(1)]),
    "binding_failed",
    ["`components/me`", room],
  ],
  ["components without end", recursive(null, [1]), "component_too_deep", ["`components/me`"]],
  ["rows of rows", lists([1000, 1000, 1000, 1000]), "binding_failed", ["`for`", "`home`", room]],
  ["rows that are looked at and do not show", lists([1000, 1000, 1_000_000]), "binding_failed", ["`for`", room]],
  ["a text that doubles", recursive(null, [1], ["text", ["data", "x"], ["data", "x"]]), "binding_failed", [long]],
  ["a sum that doubles", recursive(null, [1], ["+", ["data", "x"], ["data", "x"]]), "binding_failed", [long]],
])("%s", { timeout: 60_000 }, async (_name, app, code, said) => {
  const handle = await site.open(app, { beside: neighbour });
  await handle.page.evaluate(() => testbed.mountBeside());
  // What has been laid out can be clicked.
  await handle.page.locator("#beside button").click();
  expect(await handle.page.textContent("#beside output")).toBe("1");
  const reports = await handle.page.evaluate(() => testbed.reports.map((each) => `${each.code}: ${each.message}`));
  const first = reports.find((each) => each.startsWith(code));
  for (const text of said) expect(first).toContain(text);
  // What fails time and again is said once, or once more when the controller comes.
  expect(reports.length).toBeLessThan(5);
});

test.each<[name: string, binding: (value: Expression) => Binding]>([
  ["texts", (value) => ({ type: "text", at: [0], value })],
  ["attributes", (value) => ({ type: "attribute", at: [0], name: "title", value })],
  ["classes", (value) => ({ type: "attribute", at: [0], name: "class", value })],
  ["styles", (value) => ({ type: "style", at: [0], name: "--x", value })],
  ["lists of styles", (value) => ({ type: "attribute", at: [0], name: "style", value: ["text", "--x:", value] })],
  ["fields", (value) => ({ type: "property", at: [0, 0], name: "value", value })],
])("more long %s than a page holds", { timeout: 60_000 }, async (_name, binding) => {
  const long: Expression = ["text", ["index", 0], ...Array.from({ length: 3 }, (): Expression => ["data", "x"])];
  const handle = await site.open(
    {
      pages: {
        home: {
          nodes: [["p", {}, ""], null],
          bindings: [
            { type: "text", at: [0], value: ["text", ...Array.from({ length: 50 }, (): Expression => ["data", "x"])] },
            { type: "for", at: [1], item: "row", each: ["data", "rows"], template: 1 },
          ],
          templates: [{ nodes: [["p", {}, ["input", {}]]], bindings: [binding(long)] }],
          data: { x: "x".repeat(100_000), rows: 200 },
        },
      },
    },
    { beside: neighbour },
  );
  await handle.page.evaluate(() => testbed.mountBeside());
  await handle.page.locator("#beside button").click();
  expect(await handle.page.textContent("#beside output")).toBe("1");
  const said = await handle.page.evaluate(() => testbed.reports.map((each) => `${each.code} ${each.message}`));
  for (const each of said) expect(each).toMatch(/^binding_failed .*there is no more room/);
  expect(said.length).toBeGreaterThan(1);
  expect(said.length).toBeLessThan(250);
  // Once they are gone there is room again.
  await handle.set({ rows: 0 });
  await handle.set({ rows: 3 });
  expect(await handle.page.locator("#app p").count()).toBe(4);
  expect(await handle.page.evaluate(() => testbed.reports.length)).toBe(said.length);
});

test(
  "more texts of some hundred characters than a page holds, in rows that would fit",
  { timeout: 60_000 },
  async () => {
    const show = (at: number[]): Binding => ({ type: "text", at, value: ["data", "x"] });
    const handle = await site.open(
      {
        pages: {
          home: {
            nodes: [null],
            bindings: [{ type: "for", at: [0], item: "row", each: ["data", "rows"], template: 1 }],
            templates: [{ nodes: [["p", {}, ""]], bindings: [show([0])] }],
            data: { x: "x ".repeat(300), rows: 40_000 },
          },
        },
      },
      { beside: neighbour },
    );
    await handle.page.evaluate(() => testbed.mountBeside());
    await handle.page.locator("#beside button").click();
    expect(await handle.page.textContent("#beside output")).toBe("1");
    await expect.poll(() => handle.codes()).toContain("binding_failed");
    const held = await handle.page.evaluate(() => document.querySelector("#app")?.textContent?.length);
    expect(held).toBeLessThanOrEqual(4_000_000);
    expect(held).toBeGreaterThan(3_500_000);
    expect(new Set(await handle.codes())).toEqual(new Set(["binding_failed"]));
  },
);
