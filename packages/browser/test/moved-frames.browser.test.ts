import type { Expression, Template } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const key: Expression = ["get", ["item", 0], "id"];

test("a frame in a row that moves is not loaded again", async () => {
  const framed: Template = {
    nodes: [["li", {}, ["iframe", { title: "frame" }], ["b", {}, ""]]],
    bindings: [{ type: "text", at: [0, 1], value: key }],
  };
  const app = await site.open(
    {
      pages: {
        home: {
          nodes: [["ul", {}, null]],
          bindings: [{ type: "for", at: [0, 0], item: "row", each: ["data", "rows"], key, template: 1 }],
          templates: [framed],
          data: { rows: [1, 2, 3, 4, 5].map((id) => ({ id })) },
        },
      },
      capabilities: [{ name: "frames" }],
    },
    { grants: ["ui", "log", "state", "timers", "navigation", "frames"] },
  );
  type Marked = Window & { mark?: string };
  await app.page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe"))
      (frame.contentWindow as Marked).mark = frame.nextSibling?.textContent ?? "";
  });
  for (const order of [
    [3, 1, 2, 4, 5],
    [3, 4, 2, 1, 5],
    [5, 1, 2, 4, 3],
  ]) {
    await app.set({ rows: order.map((id) => ({ id })) });
    const marks = await app.page.evaluate(() =>
      [...document.querySelectorAll("iframe")].map((frame) => (frame.contentWindow as Marked).mark),
    );
    expect(marks).toEqual(order.map(String));
  }
});
