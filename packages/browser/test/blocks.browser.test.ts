import type { Expression, Template } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

test("a branch is made anew when it changes, and updated while it stays", async () => {
  const branch = (name: string): Template => ({
    nodes: [["p", {}, name, ["b", {}, ""]]],
    bindings: [{ type: "text", at: [0, 1], value: ["data", "t"] }],
  });
  const app = await site.open({
    pages: {
      home: {
        nodes: ["start ", null, " end"],
        bindings: [
          {
            type: "if",
            at: [1],
            branches: [
              { when: ["==", ["data", "n"], 1], template: 1 },
              { when: ["==", ["data", "n"], 2], template: 2 },
              { template: 3 },
            ],
          },
        ],
        templates: [branch("one"), branch("two"), branch("else")],
        data: { n: 1, t: "x" },
      },
    },
  });
  expect(await app.html()).toBe("start <p>one<b>x</b></p> end");
  await app.set({ t: "y" });
  expect(await app.html()).toBe("start <p>one<b>y</b></p> end");
  await app.set({ n: 2 });
  expect(await app.html()).toBe("start <p>two<b>y</b></p> end");
  await app.set({ n: null });
  expect(await app.html()).toBe("start <p>else<b>y</b></p> end");
});

test("an empty template has a place of its own", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [null, "end"],
        bindings: [{ type: "for", at: [0], item: "row", each: ["data", "rows"], template: 1 }],
        templates: [{ nodes: [], bindings: [] }],
        data: { rows: [1, 2] },
      },
    },
  });
  await app.set({ rows: [3, 1, 2] });
  await app.set({ rows: [] });
  expect(await app.html()).toBe("end");
  expect(await app.codes()).toEqual([]);
});

test("an element that asks for the focus gets it when it appears", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [["input", { id: "a", autofocus: "" }], null],
        bindings: [{ type: "if", at: [1], branches: [{ when: ["data", "v"], template: 1 }] }],
        templates: [{ nodes: [["input", { id: "b", autofocus: "" }]], bindings: [] }],
      },
    },
  });
  const focused = (): Promise<string | undefined> => app.page.evaluate(() => document.activeElement?.id);
  expect(await focused()).toBe("a");
  await app.set({ v: true });
  expect(await focused()).toBe("b");
});

test("an element asks for the focus by a binding, each time that this becomes true", async () => {
  const value: Expression = ["data", "v"];
  const app = await site.open({
    pages: {
      home: {
        nodes: [
          ["input", { id: "a" }],
          ["input", { id: "b" }],
        ],
        bindings: [
          { type: "attribute", at: [0], name: "autofocus", value: ["==", value, "a"] },
          { type: "attribute", at: [1], name: "autofocus", value: ["==", value, "b"] },
        ],
        data: { v: "b" },
      },
    },
  });
  const focused = (): Promise<string | undefined> => app.page.evaluate(() => document.activeElement?.id);
  expect(await focused()).toBe("b");
  for (const v of ["a", "b", "a"]) {
    await app.set({ v });
    expect(await focused()).toBe(v);
  }
  await app.set({ v: "none" });
  expect(await focused()).toBe("a");
});
