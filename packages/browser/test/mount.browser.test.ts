import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

test("shows a page with its data under the strict policy", async () => {
  const { html, set, codes, complaints, log, page } = await site.open({
    pages: {
      home: {
        nodes: [["p", { style: "color: red" }, "…"]],
        bindings: [{ type: "text", at: [0], value: ["data", "name"] }],
        data: { name: "Rune" },
      },
    },
  });
  expect(await page.evaluate(() => testbed.failure)).toBeUndefined();
  expect(await html()).toBe('<p style="color: red;">Rune</p>');
  await set({ name: "again" });
  expect(await html()).toBe('<p style="color: red;">again</p>');
  expect(await codes()).toEqual([]);
  expect(log).toEqual(["{}"]);
  expect(complaints).toEqual({ errors: [], violations: [] });
});
