import { defaultGrants } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** An app that asks the server of the page. */
const files = (): Record<string, string> => ({
  "pages/home/index.html": `<p data-bind="seen"></p><b data-bind="why"></b>
    <button data-onclick="ask">ask</button><button data-onclick="stray">stray</button>`,
  "pages/home/controller.ts": `
    export let seen = "";
    export let why = "";
    const origin = "${site.origin}";
    export async function ask(): Promise<void> {
      const { text, ok, header } = await answer(origin);
      seen = ok + " " + header + " " + text.includes("Loading");
    }
    async function answer(origin: string): Promise<{ ok: boolean; header: string | null; text: string }> {
      const response = await rune.fetch(origin + "/api/items", { headers: { "x-own": "1" } });
      return { ok: response.ok, header: response.header("content-type"), text: response.text() };
    }
    export async function stray(): Promise<void> {
      try {
        await rune.fetch("https://elsewhere.example/");
      } catch (error) {
        why = (error as Error).message;
      }
    }
    `,
});

test("asks the origins of the manifest and shows the answer", async () => {
  const app = await compileTestApp(files(), [{ name: "http", origins: [site.origin], reason: "Items" }]);
  const handle = await site.open(app, {
    grants: [...defaultGrants, "http"],
  });
  await handle.page.getByRole("button", { name: "ask" }).click();
  await expect.poll(() => handle.page.locator("p").textContent()).toMatch(/^true text\/html.* true$/);
  expect(handle.requests).toContain("/api/items");
  await handle.page.getByRole("button", { name: "stray" }).click();
  await expect.poll(() => handle.page.locator("b").textContent()).toContain("not among the origins");
  expect(await handle.codes()).toEqual([]);
});

test("an app that was not granted `http` does not start", async () => {
  const app = await compileTestApp(files(), [{ name: "http", origins: [site.origin] }]);
  await expect(site.open(app)).rejects.toThrow("module_capability_denied");
});
