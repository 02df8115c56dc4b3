import { mutationSchema, validate } from "@rune/schema";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestAppOptions } from "../harness/test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "../harness/test-site.ts";
import type { FindEscapes } from "./watch-escapes.ts";
import { watchEscapes } from "./watch-escapes.ts";

/*
 * Messages of any shape from a controller to its page: near what the page takes, and far from it. Each is carried out, or reported with a code; none gets
 * an exception out of the runtime, or changes what is outside of the app.
 */

const app: TestAppOptions = {
  pages: {
    home: {
      nodes: [
        ["h1", { id: "title" }, ""],
        ["form", { id: "form" }, ["input", { id: "field", type: "text" }], ["input", { type: "file", id: "file" }]],
        ["dialog", { id: "dialog" }, ["button", {}, "x"]],
        ["svg:svg", { id: "drawing" }, ["svg:path", { id: "path" }]],
        ["ul", { id: "list" }, null],
        null,
      ],
      bindings: [
        { type: "text", at: [0], value: ["data", "title"] },
        { type: "ref", at: [0], name: "heading" },
        { type: "attribute", at: [0], name: "class", value: ["data", "class"] },
        { type: "attribute", at: [0], name: "style", value: ["data", "style"] },
        { type: "attribute", at: [0], name: "title", value: ["data", "title"] },
        { type: "model", at: [1, 0], place: ["data", "title"] },
        { type: "for", at: [4, 0], item: "row", each: ["data", "rows"], key: ["get", ["item", 0], "id"], template: 1 },
        { type: "if", at: [5], branches: [{ when: ["data", "title"], template: 2 }] },
      ],
      templates: [
        { nodes: [["li", {}, ""]], bindings: [{ type: "text", at: [0], value: ["get", ["item", 0], "id"] }] },
        {
          nodes: [["p", {}, ""]],
          bindings: [
            { type: "attribute", at: [0], name: "id", value: ["data", "class"] },
            { type: "ref", at: [0], name: "made" },
          ],
        },
      ],
      data: { title: "x", rows: [{ id: 1 }, { id: 2 }] },
    },
    other: { pattern: "/other/:id", nodes: [["h2", { id: "title" }, "other"]] },
  },
};

const types = (
  "UpdateData UpdateView ReplaceText RemoveNode Navigate ShowOverlay HideOverlay Focus ScrollTo Batch " +
  "Evaluate constructor __proto__"
).split(" ");
const fields = "type node_id updates props target text view_id params overlay_id mutations __proto__ constructor".split(
  " ",
);
const nodes = (
  "title form field file dialog drawing path list heading made home other host host-rect app body html document #title * " +
  '"] x\\ [id] __proto__ constructor toString'
).split(" ");
const props = (
  "class style title hidden value checked indeterminate selected muted href src type id name xlink:href d onclick innerHTML __proto__ " +
  "constructor contenteditable popover tabindex is slot autofocus dir"
).split(" ");
const texts = [
  "",
  "/",
  "/other/1",
  "/other/%ff",
  "//evil.example/",
  "javascript:globalThis.pwned=1",
  "<img src=x onerror=globalThis.pwned=1>",
  "color:red;background:url(//evil.example/)",
  "\ud800",
  "\0",
  "x".repeat(10_000),
];

const text = fc.oneof(fc.constantFrom(...nodes), fc.constantFrom(...texts), fc.string());
const leaf = fc.oneof(text, fc.constantFrom(null, true, false, 0, -0, 1e308, 2 ** 53), fc.double({ noNaN: true }));
const value = fc.oneof(
  leaf,
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
  fc.array(fc.object({ maxDepth: 1 })),
);
const named = (names: readonly string[], item: fc.Arbitrary<unknown> = value): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), item), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries));
const node = fc.constantFrom(...nodes);

const { message } = fc.letrec<{ message: unknown; valid: unknown; wild: unknown }>((tie) => ({
  message: fc.oneof({ weight: 3, arbitrary: tie("valid") }, { weight: 1, arbitrary: tie("wild") }),
  valid: fc.oneof(
    fc.record({
      type: fc.constant("UpdateData"),
      node_id: node,
      updates: named(["title", "class", "style", "rows", "x"]),
    }),
    fc.record({ type: fc.constant("UpdateView"), node_id: node, props: named(props) }),
    fc.record({ type: fc.constant("ReplaceText"), target: node, text }),
    fc.record({ type: fc.constant("RemoveNode"), node_id: node }),
    fc.record({ type: fc.constant("Navigate"), view_id: text, params: named(["id", "x"], leaf) }),
    fc.record({ type: fc.constantFrom("ShowOverlay", "HideOverlay"), overlay_id: node }),
    fc.record({ type: fc.constantFrom("Focus", "ScrollTo"), target: node }),
    fc.record({ type: fc.constant("Batch"), mutations: fc.array(tie("message"), { maxLength: 4 }) }),
  ),
  wild: fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...types),
        named(fields, fc.oneof(value, named(props), fc.array(tie("message"), { maxLength: 2 }))),
      )
      .map(([type, rest]) => ({ ...(rest as object), type })),
    value,
  ),
}));
const payload = fc.oneof(
  { weight: 9, arbitrary: message.map((each) => JSON.stringify(each) ?? "undefined") },
  { weight: 1, arbitrary: fc.oneof(text, fc.json()) },
);

let site: TestSite;
let handle: TestPageHandle;
let findEscapes: FindEscapes;
beforeAll(async () => {
  site = await createTestSite();
  handle = await site.open(app);
  findEscapes = await watchEscapes(handle.page, site.origin);
});
afterAll(() => site.close());

test(
  "messages of any shape are carried out or reported, and change nothing but the app",
  { timeout: 300_000 },
  async () => {
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(payload, { minLength: 1, maxLength: 40 }), async (payloads) => {
        await handle.page.evaluate(() => history.replaceState(null, "", "/"));
        expect(await handle.remount(app)).toBeUndefined();
        const reported = await handle.page.evaluate(async (all) => {
          const found: string[][] = [];
          for (const each of all) {
            testbed.reports.length = 0;
            testbed.send("dispatch", each);
            // Navigation comes to its end by itself.
            await new Promise((resolve) => setTimeout(resolve));
            found.push(testbed.reports.map(({ code }) => code));
          }
          return found;
        }, payloads);
        for (const code of reported.flatMap((found) => found ?? [])) codes.add(code);
        const silent = payloads.filter(
          (each, i) => !isValid(each) && reported[i]?.every((code) => !code.startsWith("mutation_")),
        );
        expect(silent).toEqual([]);
        expect(await findEscapes()).toEqual([]);
        expect(handle.complaints).toEqual({ errors: [], violations: [] });
      }),
      { numRuns: 150 },
    );
    expect(
      [...codes].filter((code) => !/^(mutation|overlay|navigation|route|view|attribute|list|binding)_/.test(code)),
    ).toEqual([]);
    expect(codes).toContain("mutation_node_unknown");
    expect(codes).toContain("mutation_refused");
    expect(codes).toContain("mutation_malformed");
  },
);

test("many steps back at once lead no further than the app", async () => {
  const { page } = await site.open(app);
  await page.evaluate(() => testbed.app?.navigate("/other/1"));
  await page.locator("h2").waitFor();
  await page.evaluate(() => {
    for (let i = 0; i < 20; i++) testbed.dispatch({ type: "NavigateBack" });
  });
  await page.locator("h1").waitFor();
  // Forward and back again, as often as there is somewhere to go.
  await page.goForward();
  await page.locator("h2").waitFor();
  await page.evaluate(() => testbed.dispatch({ type: "NavigateBack" }));
  await page.locator("h1").waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
});

function isValid(text: string): boolean {
  try {
    return validate(mutationSchema, JSON.parse(text)).length === 0;
  } catch {
    return false;
  }
}
