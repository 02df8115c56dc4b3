import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const batch = (...mutations: object[]): object => ({ type: "Batch", mutations });

test("a batch is refused where the browser would refuse a part of it", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [
          ["p", { id: "p" }, "old"],
          ["input", { id: "file", type: "file" }],
          ["input", { id: "text" }],
        ],
      },
    },
  });
  const before = await app.html();
  for (const [node_id, props] of [
    ["file", { value: "x" }],
    ["p", { "1a": "x" }],
    ["p", { "xlink:a:b": "x" }],
  ] as const) {
    await app.page.evaluate(() => void testbed.reports.splice(0));
    await app.dispatch(
      batch({ type: "ReplaceText", target: "p", text: "new" }, { type: "UpdateView", node_id, props }),
    );
    // Engines differ in the names that they take.
    if (node_id === "p" && (await app.codes()).length === 0) continue;
    expect(await app.codes()).toEqual(["mutation_refused"]);
    expect(await app.html()).toBe(before);
  }
  await app.page.evaluate(() => void testbed.reports.splice(0));
  await app.dispatch({ type: "UpdateView", node_id: "file", props: { value: "" } });
  await app.dispatch(
    batch(
      { type: "UpdateView", node_id: "text", props: { type: "file" } },
      { type: "UpdateView", node_id: "text", props: { value: "x" } },
    ),
  );
  expect(await app.codes()).toEqual([]);
});

test("a batch that is refused leaves what the user has typed, the focus and rows", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [["input", { id: "field" }], ["ul", {}, null], null],
        bindings: [
          { type: "property", at: [0], name: "value", value: ["data", "v"] },
          { type: "for", at: [1, 0], item: "x", each: ["data", "rows"], key: ["item", 0], template: 1 },
          { type: "if", at: [2], branches: [{ when: ["data", "more"], template: 2 }] },
        ],
        templates: [
          { nodes: [["li", {}, "row"]], bindings: [] },
          { nodes: [["b", { id: "late" }, "late"]], bindings: [] },
        ],
        data: { v: "", rows: [1, 2] },
      },
    },
  });
  await app.page.fill("#field", "typed");
  await app.page.evaluate(() => {
    document.querySelector("li")?.setAttribute("data-mark", "1");
    document.querySelector<HTMLInputElement>("#field")?.setSelectionRange(2, 3);
  });
  const state = (): Promise<unknown[]> =>
    app.page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>("#field");
      return [field?.value, field?.selectionStart, field?.selectionEnd, document.activeElement?.id];
    });
  for (const [target, updates] of [
    ["nope", { v: "", rows: [] }],
    ["late", { v: "" }],
    ["late", { v: "other", more: false }],
  ] as const) {
    await app.dispatch(
      batch({ type: "UpdateData", node_id: "home", updates }, { type: "ReplaceText", target, text: "x" }),
    );
    expect(await state()).toEqual(["typed", 2, 3, "field"]);
    expect(await app.page.locator("li[data-mark]").count()).toBe(1);
  }
  expect(new Set(await app.codes())).toEqual(new Set(["mutation_node_unknown"]));
});
