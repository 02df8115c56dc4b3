// CSS that is nested so deep that reading it, or applying it, would end the page around the app.
import type { ViewNode } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestSite, type TestSite } from "../harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const nested = (open: string, inner: string, close: string): string =>
  `${open.repeat(20_000)}${inner}${close.repeat(20_000)}`;

test.each([
  `.x${nested(":is(", "main *", ")")} { color: red }`,
  nested(".x{", "color:red", "}"),
  nested("@scope{", ".x{color:red}", "}"),
  nested("@media all{", ".x{color:red}", "}"),
  `.x{--a:${nested("var(--b,", "1px", ")")};color:var(--a)}`,
  `@media ${nested("(", "color", ")")}{.x{color:red}}`,
  `.x:is(/*)*/${nested(":is(", "a", "")}`,
])("a style sheet is refused: %.40s…", async (css) => {
  const { page } = await site.open(
    { pages: { home: { nodes: ["x"], isStatic: true, styles: ["assets/x.css"] } }, files: { "assets/x.css": css } },
    { fails: true },
  );
  expect(await page.evaluate(() => testbed.failure?.code)).toBe("style_sheet_refused");
});

test.each<[name: string, node: ViewNode]>([
  ["style", ["p", { style: `--a:${nested("var(--b,", "1px", ")")};color:var(--a)` }, "x"]],
  ["sizes", ["img", { srcset: "asset:assets/x.png 1w", sizes: nested("calc(", "1px", ")"), alt: "" }]],
  ["media", ["picture", {}, ["source", { media: nested("not (", "color", ")") }], ["img", { alt: "" }]]],
  ["fill", ["svg:svg", { fill: nested("color-mix(in srgb,red,", "red", ")") }]],
])("an attribute is refused: %s", async (_name, node) => {
  const { page } = await site.open(
    { pages: { home: { nodes: [node], isStatic: true } }, files: { "assets/x.png": "" } },
    { fails: true },
  );
  expect(await page.evaluate(() => testbed.failure?.code)).toMatch(/^view_/);
});

test("what data would set is not set", async () => {
  const style = nested("var(--b,", "1px", ")");
  const handle = await site.open({
    pages: {
      home: {
        nodes: [["p", { id: "p" }, "x"]],
        bindings: [{ type: "style", at: [0], name: "--a", value: ["data", "depth"] }],
        data: { depth: "1px" },
      },
    },
  });
  await handle.set({ depth: style });
  expect(await handle.codes()).toEqual(["attribute_refused"]);
  await handle.dispatch({ type: "UpdateView", node_id: "p", props: { style: { "--a": style } } });
  expect(await handle.codes()).toEqual(["attribute_refused", "mutation_refused"]);
  expect(await handle.page.locator("#p").getAttribute("style")).toBeFalsy();
});
