import type { SealedPackage } from "@rune/archive";
import type { Binding, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileNeighbour } from "../harness/neighbour.ts";
import type { TestAppOptions } from "../harness/test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "../harness/test-site.ts";

/*
 * Masks, clip paths, markers, patterns and filters that hold what refers to others, so that a few lines stand for more than a browser ever paints: they do not
 * multiply, and what else is on the page goes on.
 */

let site: TestSite;
let neighbour: SealedPackage;
beforeAll(async () => {
  site = await createTestSite();
  neighbour = await compileNeighbour();
});
afterAll(() => site.close());

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const draw = (...children: ViewNode[]): ViewNode => ["svg:svg", {}, ...children];
const page = (...nodes: ViewNode[]): TestAppOptions => ({ pages: { home: { nodes } } });
const rect = (attributes: Record<string, string>): ViewNode => [
  "svg:rect",
  { width: "9", height: "9", fill: "white", ...attributes },
];
const line = (attributes: Record<string, string>): ViewNode => [
  "svg:path",
  { d: "M0,0L9,9", stroke: "red", ...attributes },
];
const kinds: readonly [tag: string, shape: typeof rect, attribute: string][] = [
  ["mask", rect, "mask"],
  ["clipPath", rect, "clip-path"],
  ["marker", line, "marker-start"],
  ["pattern", rect, "fill"],
];
/** Ten levels of ten; `refer` says what refers to a level. */
const chainOf = (tag: string, shape: typeof rect, refer: (level: number) => Record<string, string>): TestAppOptions =>
  page(
    draw(
      ...times(10, (i): ViewNode => [
        `svg:${tag}`,
        { id: `a${i}`, ...(tag === "pattern" && { width: "9", height: "9", patternUnits: "userSpaceOnUse" }) },
        ...times(10, () => shape(i === 0 ? {} : refer(i - 1))),
      ]),
      shape({ ...refer(9), id: "shown" }),
    ),
  );

async function expectShown(app: TestAppOptions, styles?: string): Promise<TestPageHandle> {
  const handle = await site.open(app, { beside: neighbour, isMounted: false });
  if (styles) {
    await handle.page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, styles);
  }
  await handle.page.evaluate(() => testbed.mountBeside());
  await handle.page.evaluate(() => testbed.mount());
  // What has been laid out can be clicked.
  await handle.page.locator("#beside button").click();
  expect(await handle.page.textContent("#beside output")).toBe("1");
  // All of it has been painted.
  await handle.page.screenshot();
  return handle;
}

test.each(kinds)("%s, by attributes", async (tag, shape, attribute) => {
  const handle = await expectShown(chainOf(tag, shape, (level) => ({ [attribute]: `url(#a${level})` })));
  expect(await handle.codes()).toEqual(tag === "pattern" ? ["drawing_too_large"] : []);
});

test.each(kinds)("%s, by styles", async (tag, shape, attribute) => {
  const handle = await expectShown(
    chainOf(tag, shape, (level) => ({ style: `${attribute}: url(#a${level}) !important` })),
  );
  expect(await handle.codes()).toEqual(tag === "pattern" ? ["drawing_too_large"] : []);
});

test.each(kinds)("%s, by a style sheet", async (tag, shape, attribute) => {
  const handle = await expectShown(
    chainOf(tag, shape, (level) => ({ class: `c${level}` })),
    times(10, (i) => `.c${i} { ${attribute}: url(#a${i}) !important }`).join("\n"),
  );
  expect(await handle.codes()).toEqual(tag === "pattern" ? ["drawing_too_large"] : []);
});

test("one with too much in it, too often", async () => {
  const handle = await expectShown(
    page(
      draw(
        ["svg:mask", { id: "a0" }, ...times(4000, () => rect({}))],
        ...times(4000, () => rect({ mask: "url(#a0)" })),
      ),
    ),
  );
  expect(await handle.codes()).toEqual(["drawing_too_large"]);
});

/** Filters of images, each of what has the filter before. */
const imagesOf = (levels: number, count: number, name: string): ViewNode =>
  draw(
    ...times(levels, (i): ViewNode => [
      "svg:filter",
      { id: `f${i}`, x: "0", y: "0", width: "1", height: "1" },
      ...times(count, (j): ViewNode => ["svg:feImage", { [name]: `#g${i - 1}`, x: `${j}`, y: "0", result: `r${j}` }]),
      ["svg:feMerge", {}, ...times(count, (j): ViewNode => ["svg:feMergeNode", { in: `r${j}` }])],
    ]),
    [
      "svg:defs",
      {},
      rect({ id: "g-1", width: "900", height: "600" }),
      ...times(levels, (i) => rect({ id: `g${i}`, width: "1200", height: "600", filter: `url(#f${i})` })),
    ],
    rect({ width: "1200", height: "600", filter: `url(#f${levels - 1})` }),
  );

test.each(["href", "xlink:href"])("images in filters, by %s", async (name) => {
  const handle = await expectShown(page(imagesOf(8, 10, name)));
  expect(await handle.codes()).toEqual(["drawing_too_large"]);
  const few = await site.open(page(imagesOf(2, 3, name), draw(...times(30, () => imagesOf(1, 1, name)))));
  await few.page.screenshot();
  expect(await few.codes()).toEqual([]);
});

test("styles that change later", async () => {
  const app = chainOf("mask", rect, () => ({}));
  const home = app.pages["home"] as NonNullable<(typeof app.pages)[string]>;
  const refer = times(9, (i) => i).flatMap((i) =>
    times(10, (j): Binding => ({ type: "style", at: [0, i + 1, j], name: "mask", value: ["data", `m${i}`] })),
  );
  const handle = await expectShown({ pages: { home: { ...home, bindings: refer } } });
  await handle.set(Object.fromEntries(times(10, (i) => [`m${i}`, `url(#a${i}) !important`])));
  await handle.dispatch({ type: "UpdateView", node_id: "shown", props: { style: "mask: url(#a9)" } });
  await handle.page.screenshot();
  expect(await handle.codes()).toEqual([]);
  expect(
    await handle.page
      .locator("#a5 rect")
      .first()
      .evaluate((each) => getComputedStyle(each).mask),
  ).toBe("none");
});

test("icons with masks, clip paths and patterns stay as they are", async () => {
  const icon = (i: number): ViewNode =>
    draw(
      ["svg:clipPath", { id: `c${i}` }, rect({})],
      ["svg:mask", { id: `m${i}` }, rect({ "clip-path": `url(#c${i})` })],
      ["svg:pattern", { id: `p${i}`, width: "9", height: "9" }, rect({ fill: "red" })],
      rect({ mask: `url(#m${i})`, fill: `url(#p${i})` }),
    );
  const handle = await expectShown(page(...times(300, icon)));
  expect(await handle.codes()).toEqual([]);
  expect(await handle.page.locator("#m7 rect").evaluate((each) => getComputedStyle(each).clipPath)).toBe('url("#c7")');
});
