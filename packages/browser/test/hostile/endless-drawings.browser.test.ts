import type { SealedPackage } from "@rune/archive";
import type { Binding, Expression, Template, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileNeighbour } from "../harness/neighbour.ts";
import type { TestAppOptions } from "../harness/test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "../harness/test-site.ts";

/*
 * Drawings whose parts use other parts, so that a few lines stand for more than a browser ever lays out: they are taken away, with a report, and what else is
 * on the page goes on.
 */

let site: TestSite;
let neighbour: SealedPackage;
beforeAll(async () => {
  site = await createTestSite();
  neighbour = await compileNeighbour();
});
afterAll(() => site.close());

const LEVELS = 12;
const levels = Array.from({ length: LEVELS }, (_, i) => i);
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const path: ViewNode = ["svg:path", { d: "M0,0L9,9" }];
const use = (i: number, name = "href"): ViewNode => ["svg:use", { [name]: `#a${i}` }];
const draw = (...children: ViewNode[]): ViewNode => ["svg:svg", {}, ...children];
const data = (name: string): Expression => ["data", name];

/** Each group shows the one before it ten times. */
const chain = (name: string): ViewNode =>
  draw(
    ...levels.map((i): ViewNode => [
      "svg:g",
      { id: `a${i}` },
      ...(i === 0 ? [path] : times(10, () => use(i - 1, name))),
    ]),
  );

const rows: Binding = { type: "for", at: [0, 0], item: "row", each: data("levels"), template: 1 };
const bound: TestAppOptions = {
  pages: {
    home: {
      nodes: [draw(null)],
      bindings: [rows],
      templates: [
        {
          nodes: [["svg:g", {}, path, ...times(10, (): ViewNode => ["svg:use", {}])]],
          bindings: [
            { type: "attribute", at: [0], name: "id", value: ["text", "a", ["item", 0]] },
            ...times(10, (i): Binding => ({
              type: "attribute",
              at: [0, i + 1],
              name: "href",
              value: ["text", "#a", ["-", ["item", 0], 1]],
            })),
          ],
        },
      ],
      data: { levels: levels },
    },
  },
};

const components: TestAppOptions = {
  pages: {
    home: {
      nodes: [
        draw(["svg:g", { id: "a0" }, path], ...levels.map((i): ViewNode => ["svg:g", { id: `a${i + 1}` }, null])),
      ],
      bindings: levels.map((i): Binding => ({
        type: "component",
        at: [0, i + 1, 0],
        view: "components/ten",
        props: [{ name: "of", value: `#a${i}` }],
      })),
    },
  },
  views: {
    "components/ten": {
      nodes: times(10, (): ViewNode => ["svg:use", {}]),
      bindings: times(10, (i): Binding => ({ type: "attribute", at: [i], name: "href", value: data("of") })),
    },
  },
};

/** Each group shows the one before it. */
const nested = (count: number): ViewNode[] => times(count, (i): ViewNode => ["svg:g", { id: `a${i + 1}` }, use(i)]);

/** A group that shows too often. */
const heavy = (id: string, href: string): ViewNode =>
  draw(["svg:g", { id }, ...times(2000, () => path)], ...times(100, (): ViewNode => ["svg:use", { href }]));

const page = (...nodes: ViewNode[]): TestAppOptions => ({ pages: { home: { nodes } } });

async function expectAlive({ page: shown }: TestPageHandle): Promise<void> {
  // What has been laid out can be clicked.
  await shown.locator("#beside button").click();
  expect(await shown.textContent("#beside output")).toBe("1");
}

describe("what is used in what is used", () => {
  test.each<[name: string, app: TestAppOptions]>([
    ["by `href`", page(chain("href"))],
    ["by `xlink:href`", page(chain("xlink:href"))],
    [
      "by an address with escapes",
      page(
        draw(
          ["svg:g", { id: "é" }, ...times(2000, () => path)],
          ...times(2000, (): ViewNode => ["svg:use", { href: "#%C3%A9" }]),
        ),
      ),
    ],
    ["by names that data gives", bound],
    ["through components", components],
    ["very often", page(draw(["svg:symbol", { id: "a0" }, ...times(2000, () => path)], ...times(2000, () => use(0))))],
    ["one after the other", page(draw(...times(5000, (i): ViewNode => ["svg:g", { id: `a${i}` }, use(i + 1)])))],
    ["one after the other, the innermost first", page(draw(["svg:g", { id: "a0" }, path], ...nested(300)))],
    ["what is around it", page(draw(["svg:g", { id: "a0" }, path, use(0)]))],
    [
      "what is around what shows it",
      page(
        draw(
          ["svg:use", { href: "#a0" }],
          ["svg:g", { id: "a0" }, ...times(500, () => path), use(1)],
          ["svg:g", { id: "a1" }, ...times(100, () => use(0))],
          ...times(300, () => use(1)),
        ),
      ),
    ],
    ["by a name with #", page(heavy("a#1", "#a#1"))],
    ["by a name that is an escape of another", page(draw(["svg:g", { id: "%41" }, path]), heavy("A", "#%41"))],
    ["by an escape that is no UTF-8", page(heavy("ÿ", "#%FF"))],
    ["by an escape beside what is none", page(heavy("%zA", "#%z%41"))],
    ["by an address with white space", page(heavy("a0", " #a\t0\n"))],
    [
      "beside a form whose fields have names of its members",
      page(
        draw([
          "svg:g",
          { id: "a0" },
          ["form", { id: "f" }, ["input", { name: "getElementsByTagName" }], ["input", { name: "children" }]],
        ]),
        draw(["svg:use", { href: "#f" }], use(0)),
        heavy("A", "#A"),
      ),
    ],
  ])("%s", async (_name, app) => {
    const handle = await site.open(app, { beside: neighbour });
    await handle.page.evaluate(() => testbed.mountBeside());
    await expectAlive(handle);
    expect(new Set(await handle.codes())).toEqual(new Set(["drawing_too_large"]));
    expect(await handle.page.locator("#app use[href]").count()).toBe(0);
  });

  test.each(["href", "xlink:href"])("by what mutations change before something is scrolled to: %s", async (name) => {
    const app = page(chain(name), draw(["svg:use", { id: "last" }]), ["p", { id: "p" }, "x"]);
    const home = app.pages["home"];
    // Nothing refers to more than itself yet.
    const nodes = (home?.nodes ?? []).slice(1);
    const groups = levels.map((i): ViewNode => [
      "svg:g",
      { id: `b${i}` },
      ...(i === 0 ? [path] : times(10, () => use(i - 1, name))),
    ]);
    const handle = await site.open(page(draw(...groups), ...nodes), { beside: neighbour });
    await handle.page.evaluate(() => testbed.mountBeside());
    expect(await handle.codes()).toEqual([]);
    await handle.dispatch({
      type: "Batch",
      mutations: [
        ...levels.map((i) => ({ type: "UpdateView", node_id: `b${i}`, props: { id: `a${i}` } })),
        { type: "UpdateView", node_id: "last", props: { [name]: `#a${LEVELS - 1}` } },
        { type: "ScrollTo", target: "p" },
        { type: "Focus", target: "p" },
      ],
    });
    await expectAlive(handle);
    expect(await handle.codes()).toContain("drawing_too_large");
  });
});

test("what a page uses of a layout that changes after it", async () => {
  const parts: Template[] = [{ nodes: times(2000, () => path), bindings: [] }];
  const uses = draw(...times(100, () => use(0)));
  const isMany: Binding = { type: "if", at: [1, 0, 0], branches: [{ when: data("many"), template: 1 }] };

  const app: TestAppOptions = {
    pages: { home: { nodes: [uses], layouts: ["frame"], isStatic: true } },
    views: {
      frame: {
        nodes: [["input", { type: "checkbox" }], draw(["svg:g", { id: "a0" }, null]), ["main", {}]],
        bindings: [{ type: "model", at: [0], place: ["data", "many"] }, isMany, { type: "outlet", at: [2] }],
        templates: parts,
      },
    },
  };
  const handle = await site.open(app, { beside: neighbour });
  await handle.page.evaluate(() => testbed.mountBeside());
  expect(await handle.codes()).toEqual([]);
  await handle.page.locator("#app input").click();
  await expectAlive(handle);
  expect(await handle.codes()).toEqual(["drawing_too_large"]);
});

test("icons, and drawings of parts, stay as they are", async () => {
  const icons = times(1000, (i) => draw(["svg:use", { href: `#a${i % 2}` }]));
  const handle = await site.open(
    page(
      draw(
        ["svg:symbol", { id: "a0" }, path],
        ["svg:g", { id: "a1" }, use(0), use(0)],
        ["svg:clipPath", { id: "c" }, use(0)],
      ),
      ...icons,
    ),
    { beside: neighbour },
  );
  await handle.page.evaluate(() => testbed.mountBeside());
  await expectAlive(handle);
  expect(await handle.codes()).toEqual([]);
  expect(await handle.page.locator("#app use[href]").count()).toBe(1003);
});
