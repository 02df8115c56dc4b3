import type { Binding, JsonObject, Template, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const nodes: ViewNode[] = [
  ["p", { id: "first", class: "a" }, ""],
  ["input", { id: "field" }],
  ["a", { id: "link", href: "/x" }, "link"],
  null,
];
const bindings: Binding[] = [
  { type: "text", at: [0], value: ["data", "t"] },
  { type: "ref", at: [1], name: "entry" },
  { type: "if", at: [3], branches: [{ when: ["data", "more"], template: 1 }] },
];
const templates: Template[] = [{ nodes: [["b", { id: "late" }, "late"]], bindings: [] }];
const open = (data: JsonObject = { t: "text" }): Promise<TestPageHandle> =>
  site.open({ pages: { home: { nodes, bindings, templates, data } } });

const unchanged = '<p id="first" class="a">text</p><input id="field"><a id="link" href="/x">link</a>';

const messages = ({ page }: TestPageHandle): Promise<string> =>
  page.evaluate(() => testbed.reports.map(({ message }) => message).join());

async function expectRefused(app: TestPageHandle, mutation: object, code: string): Promise<string> {
  await app.page.evaluate(() => void testbed.reports.splice(0));
  await app.dispatch(mutation);
  expect(await app.codes()).toEqual([code]);
  expect(await app.html()).toBe(unchanged);
  const [report] = await app.page.evaluate(() => testbed.reports);
  expect(report).toMatchObject({ module: "logic/echo.wasm", function: "dispatch" });
  return report?.message ?? "";
}

test("UpdateData merges by name, for the view and for any of its nodes", async () => {
  const app = await open();
  for (const [node_id, t] of [
    ["home", "1"],
    ["first", "2"],
    ["late", "3"],
    ["entry", "4"],
  ]) {
    await app.dispatch({ type: "UpdateData", node_id, updates: { t } });
    expect(await app.page.textContent("#first")).toBe(t);
  }
  expect(await app.codes()).toEqual([]);
});

test("UpdateData takes hostile names for what they are", async () => {
  const app = await open();
  await app.page.evaluate(() =>
    testbed.send(
      "dispatch",
      '{"type":"UpdateData","node_id":"home","updates":{"__proto__":{"polluted":1},"constructor":2}}',
    ),
  );
  expect(await app.page.evaluate(() => Object.hasOwn(Object.prototype, "polluted"))).toBe(false);
  expect(await app.html()).toBe(unchanged);
});

test("a node that is not there is named, with the one that was meant", async () => {
  const app = await open();
  for (const mutation of [
    { type: "UpdateData", node_id: "frist", updates: { t: "x" } },
    { type: "UpdateView", node_id: "frist", props: { class: "x" } },
    { type: "ReplaceText", target: "frist", text: "x" },
    { type: "RemoveNode", node_id: "frist" },
    { type: "Focus", target: "frist" },
    { type: "ScrollTo", target: "frist" },
    { type: "ShowOverlay", overlay_id: "frist" },
    { type: "HideOverlay", overlay_id: "frist" },
  ]) {
    expect(await expectRefused(app, mutation, "mutation_node_unknown")).toContain(`${mutation.type}: `);
    expect(await messages(app)).toContain("`first`");
  }
  await expectRefused(app, { type: "ReplaceText", target: "late", text: "x" }, "mutation_node_unknown");
});

test("malformed and unknown mutations are reported and change nothing", async () => {
  const app = await open();
  for (const [text, code] of [
    ["{", "mutation_malformed"],
    ['{"type":"ReplaceTxt","target":"first","text":"x"}', "mutation_type_unknown"],
    ['{"type":"ReplaceText","target":"first"}', "mutation_malformed"],
  ] as const) {
    await app.page.evaluate(() => void testbed.reports.splice(0));
    await app.page.evaluate((given) => testbed.send("dispatch", given), text);
    expect(await app.codes()).toEqual([code]);
  }
  expect(await app.html()).toBe(unchanged);
});

describe("UpdateView", () => {
  const update = (node_id: string, props: object): object => ({ type: "UpdateView", node_id, props });

  test("sets classes, styles, attributes and properties; null removes", async () => {
    const app = await open();
    await app.dispatch(
      update("first", { class: ["b", { c: true }], style: { color: "red", paddingTop: 1 }, title: "t", hidden: true }),
    );
    expect(await app.html()).toContain('<p id="first" class="b c" title="t" hidden="" style="color: red;">');
    await app.dispatch(update("first", { class: null, style: "width: 1px", title: null, hidden: false }));
    expect(await app.html()).toContain('<p id="first" style="width: 1px;">');
    await app.dispatch(update("first", { style: { width: null, height: "2px" } }));
    expect(await app.html()).toContain('<p id="first" style="height: 2px;">');
    await app.dispatch(update("first", { style: null }));
    await app.dispatch(update("entry", { value: "typed", disabled: true }));
    expect(
      await app.page.locator("#field").evaluate((field: HTMLInputElement) => [field.value, field.disabled]),
    ).toEqual(["typed", true]);
    expect(await app.codes()).toEqual([]);
    expect(app.complaints.violations).toEqual([]);
  });

  test("keeps the rules of markup", async () => {
    const app = await open();
    for (const props of [
      { onclick: "alert(1)" },
      { OnClick: "alert(1)" },
      { srcdoc: "<script>" },
      { innerHTML: "<img>" },
      { href: "javascript:alert(1)" },
      { href: "https://evil.example/" },
      { target: "_top" },
      { style: "background: url(https://evil.example/)" },
      { style: { backgroundImage: "url(//evil.example/)" } },
      { "a b": "x" },
      { "": "x" },
      { title: "fine", href: "vbscript:x" },
    ]) {
      expect(await expectRefused(app, update("link", props), "mutation_refused")).toContain("`link`");
    }
  });
});

test("ReplaceText, also where a list stood", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [["p", { id: "p" }, null]],
        bindings: [{ type: "for", at: [0, 0], item: "x", each: ["data", "rows"], template: 1 }],
        templates: [{ nodes: [["b", {}, "x"]], bindings: [] }],
        data: { rows: [1, 2] },
      },
    },
  });
  await app.dispatch({ type: "ReplaceText", target: "p", text: "<i>" });
  expect(await app.html()).toBe('<p id="p">&lt;i&gt;</p>');
  await app.set({ rows: [1, 2, 3] });
  await app.set({ rows: [] });
  expect(await app.html()).toBe('<p id="p">&lt;i&gt;</p>');
  expect(await app.codes()).toEqual([]);
});

test("RemoveNode, and what renders later does not mind", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [["ul", {}, null]],
        bindings: [{ type: "for", at: [0, 0], item: "x", each: ["data", "rows"], key: ["item", 0], template: 1 }],
        templates: [
          {
            nodes: [["li", {}, ""]],
            bindings: [
              { type: "attribute", at: [0], name: "id", value: ["text", "row-", ["item", 0]] },
              { type: "text", at: [0], value: ["text", ["item", 0], ["data", "t"]] },
            ],
          },
        ],
        data: { rows: [1, 2, 3], t: "" },
      },
    },
  });
  await app.dispatch({ type: "RemoveNode", node_id: "row-2" });
  const texts = (): Promise<string[]> => app.page.locator("li").allTextContents();
  expect(await texts()).toEqual(["1", "3"]);
  await app.set({ t: "!", rows: [3, 2, 1] });
  expect(await texts()).toEqual(["3!", "1!"]);
  await app.set({ rows: [2] });
  expect(await texts()).toEqual([]);
  await app.set({ rows: [1] });
  await app.set({ rows: [1, 2] });
  expect(await texts()).toEqual(["1!", "2!"]);
  expect(await app.codes()).toEqual([]);
});

describe("Batch", () => {
  const batch = (...mutations: object[]): object => ({ type: "Batch", mutations });

  test("finds the nodes that its data brings, with one render", async () => {
    const app = await open();
    await app.dispatch(
      batch(
        { type: "UpdateData", node_id: "home", updates: { more: true } },
        batch(
          { type: "ReplaceText", target: "late", text: "found" },
          { type: "UpdateData", node_id: "home", updates: { t: "new" } },
        ),
        { type: "Focus", target: "entry" },
      ),
    );
    expect(await app.html()).toContain(">new</p>");
    expect(await app.html()).toContain('<b id="late">found</b>');
    expect(await app.page.evaluate(() => document.activeElement?.id)).toBe("field");
  });

  test("is all or nothing", async () => {
    const app = await open();
    for (const bad of [
      { type: "ReplaceText", target: "nowhere", text: "x" },
      { type: "UpdateData", node_id: "nowhere", updates: {} },
    ]) {
      await expectRefused(
        app,
        batch(
          { type: "UpdateData", node_id: "home", updates: { t: "new", more: true } },
          { type: "UpdateView", node_id: "first", props: { class: "new" } },
          batch({ type: "RemoveNode", node_id: "link" }, bad),
        ),
        "mutation_node_unknown",
      );
    }
    await expectRefused(
      app,
      batch(
        { type: "ReplaceText", target: "first", text: "new" },
        { type: "UpdateView", node_id: "link", props: { onclick: "x" } },
      ),
      "mutation_refused",
    );
    await app.set({ more: true });
    expect(await app.html()).toContain("late");
  });

  test("may be empty", async () => {
    const app = await open();
    await app.dispatch(batch());
    expect(await app.codes()).toEqual([]);
  });
});

test("Focus and ScrollTo find nodes by ref and by id", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [
          ["input", { id: "one" }],
          ["div", { style: "height: 5000px" }],
          ["input", { id: "two" }],
        ],
        bindings: [{ type: "ref", at: [2], name: "second" }],
      },
    },
  });
  await app.dispatch({ type: "ScrollTo", target: "second" });
  expect(await app.page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await app.dispatch({ type: "Focus", target: "one" });
  expect(await app.page.evaluate(() => document.activeElement?.id)).toBe("one");
});

test("where the focus cannot go, it is said what became of it and which node was meant", async () => {
  const { page, codes } = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<input data-ref="Draft"><i data-if="isOpen" id="later">later</i><button data-onclick="look">look</button>`,
      "pages/home/controller.ts": `export let isOpen = false;
        export function look(): void { isOpen = false; for (const name of ["draft", "later", "zebra"]) rune.focus(name); rune.scroll_to("draft"); }`,
    }),
  );
  await page.getByRole("button").click();
  expect(await codes()).toEqual(Array.from({ length: 4 }, () => "mutation_node_unknown"));
  const messages = await page.evaluate(() => testbed.reports.map(({ message }) => message));
  expect(messages.map((each) => each.slice(each.indexOf("`. ") + 3))).toEqual([
    "Did you mean `Draft`? The focus stays where it is.",
    "The view has one that does not show now. The focus stays where it is.",
    "Give the element that `id`. The focus stays where it is.",
    "Did you mean `Draft`? Nothing was scrolled.",
  ]);
});
