import type { Binding, Expression, JsonObject, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestSite, type OpenOptions, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const value: Expression = ["data", "v"];
const property = (name: "value" | "checked" | "selected" | "indeterminate" | "muted", at = [0]): Binding => ({
  type: "property",
  at,
  name,
  value,
});

function open(
  node: ViewNode,
  bindings: Binding[],
  data: JsonObject = {},
  options: OpenOptions = {},
): Promise<TestPageHandle> {
  return site.open({ pages: { home: { nodes: [node], bindings, data } } }, options);
}

const fieldValue = ({ page }: TestPageHandle): Promise<string> => page.locator("#app input").inputValue();

test("a field gets its value, and keeps what the user types until the data is named again", async () => {
  const app = await open(["input", {}], [property("value")], { v: "start" });
  expect(await fieldValue(app)).toBe("start");
  await app.page.locator("#app input").fill("typed");
  await app.set({ other: 1 });
  expect(await fieldValue(app)).toBe("typed");
  await app.set({ v: "start" });
  expect(await fieldValue(app)).toBe("start");
  await app.set({ v: null });
  expect(await fieldValue(app)).toBe("");
});

test("an equal value keeps the caret", async () => {
  const app = await open(["input", {}], [property("value")], { v: "" });
  const input = app.page.locator("#app input");
  await input.fill("hello");
  await input.evaluate((field: HTMLInputElement) => field.setSelectionRange(2, 3));
  await app.set({ v: "hello" });
  expect(await input.evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd])).toEqual([2, 3]);
});

test("a number that is half typed is left alone", async () => {
  const app = await open(["input", { type: "number" }], [property("value")], { v: 1 });
  await app.page.locator("#app input").fill("1.0");
  await app.set({ v: 1 });
  expect(await fieldValue(app)).toBe("1.0");
  await app.set({ v: 2 });
  expect(await fieldValue(app)).toBe("2");
});

test("checkboxes follow the data that an update names", async () => {
  const app = await open(["input", { type: "checkbox" }], [property("checked")], { v: false });
  const box = app.page.locator("#app input");
  await box.check();
  await app.set({ other: 1 });
  expect(await box.isChecked()).toBe(true);
  await app.set({ v: false });
  expect(await box.isChecked()).toBe(false);
});

test("the other properties", async () => {
  const box = await open(["input", { type: "checkbox" }], [property("indeterminate")], { v: true });
  expect(await box.page.locator("#app input").evaluate((field: HTMLInputElement) => field.indeterminate)).toBe(true);
  const media = await open(["video", {}], [property("muted")], { v: true });
  expect(await media.page.locator("#app video").evaluate((video: HTMLVideoElement) => video.muted)).toBe(true);
  const option = await open(["select", {}, ["option", {}, "a"], ["option", {}, "b"]], [property("selected", [0, 1])], {
    v: true,
  });
  expect(await option.page.locator("#app select").inputValue()).toBe("b");
  const progress = await open(["progress", { max: "4" }], [property("value")], { v: 3 });
  expect(await progress.html()).toBe('<progress max="4" value="3"></progress>');
});

test("a select has the option that the data names, also when it comes later or goes", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [["select", {}, null]],
        bindings: [
          { type: "for", at: [0, 0], item: "o", each: ["data", "options"], key: ["item", 0], template: 1 },
          { type: "property", at: [0], name: "value", value },
        ],
        templates: [
          {
            nodes: [["option", {}, ""]],
            bindings: [{ type: "text", at: [0], value: ["item", 0] }],
          },
        ],
        data: { options: ["a", "b"], v: "c" },
      },
    },
  });
  const select = app.page.locator("#app select");
  await app.set({ options: ["a", "b", "c"] });
  expect(await select.inputValue()).toBe("c");
  await app.set({ options: ["c", "x"] });
  expect(await select.inputValue()).toBe("c");
  await select.selectOption("x");
  await app.set({ other: 1 });
  expect(await select.inputValue()).toBe("x");
  await app.set({ options: ["c"] });
  expect(await select.inputValue()).toBe("c");
});

test("a binding that fails is reported, the others go on", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [
          ["input", { type: "file" }],
          ["p", {}],
        ],
        bindings: [
          { type: "property", at: [0], name: "value", value },
          { type: "text", at: [1], value },
        ],
        data: { v: "x" },
      },
    },
  });
  expect(await app.html()).toBe('<input type="file"><p>x</p>');
  expect(await app.codes()).toEqual(["binding_failed"]);
  const [report] = await app.page.evaluate(() => testbed.reports);
  expect(report?.message).toContain(
    "A binding of type `property` (`value`) in the view `home` at `input`, `v`, failed: ",
  );
});
