// What an app keeps in the browser's stores.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestAppOptions } from "./harness/test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const simple: TestAppOptions = {
  pages: {
    home: {
      nodes: [["p", {}, "…"]],
      bindings: [{ type: "text", at: [0], value: ["data", "name"] }],
      data: { name: "Rune" },
    },
  },
};

test("state is kept under the app's id, in the store that was asked for", async () => {
  for (const storage of ["local", "session"] as const) {
    const app = await site.open(simple, { storage });
    await app.page.evaluate(() => testbed.send("store", "key"));
    const stored = await app.page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);
    const expected = { "rune:test-app:tkey": "tkey" };
    expect(stored).toEqual(storage === "local" ? [expected, {}] : [{}, expected]);
  }
});

test("state can be kept under a name of the page's, that the package cannot choose", async () => {
  const app = await site.open(simple, { stateId: "widget-1" });
  await app.page.evaluate(() => testbed.send("store", "key"));
  expect(await app.page.evaluate(() => ({ ...localStorage }))).toEqual({ "rune:widget-1:tkey": "tkey" });
});

test("a full store is reported, not fatal", async () => {
  const prepare = (): void => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  };
  const app = await site.open(simple, { prepare });
  await app.page.evaluate(() => testbed.send("store", "key"));
  expect(await app.codes()).toEqual(["state_unavailable"]);
  await app.set({ name: "alive" });
  expect(await app.page.textContent("#app p")).toBe("alive");
});
