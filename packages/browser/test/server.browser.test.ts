import { defaultGrants } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** An app with services that greet and push; the second page only listens. */
const files = {
  "pages/home/index.html": `<p data-bind="greeting"></p><b data-bind="why"></b><i data-bind="heard"></i>
    <button data-onclick="greet">greet</button><button data-onclick="fail">fail</button><button data-onclick="tell">tell</button>
    <a data-link="/other">other</a>`,
  "pages/home/controller.ts": `
    interface Greeting { text: string; words: string[] }
    interface Update { type: string; key: string; value: number }
    export let greeting = "";
    export let why = "";
    export let heard = "";
    export async function greet(): Promise<void> {
      const { text, words } = await rune.server_rpc<Greeting>("greet", "Ada", { loud: true });
      greeting = text + words.length;
    }
    export async function fail(): Promise<void> {
      try {
        await rune.server_rpc("fail");
      } catch (error) {
        why = (error as Error).message;
      }
    }
    export function tell(): void {
      rune.send_to_server({ type: "said", count: 1 });
    }
    export function on_data(update: Update): void {
      heard += update.key + (update.value + 1);
    }
    export function on_server_response(message: string): void {
      heard += message;
    }`,
  "pages/other/index.html": `<u data-bind="last"></u>`,
  "pages/other/controller.ts": `
    export let last = "";
    export function on_data(update: string): void {
      last = update;
    }`,
};

/** Runs in the page, which so has services. */
function connect(): void {
  const listeners = new Set<(message: { type: "data" | "message"; json: string }) => void>();
  testbed.server = {
    send(event) {
      for (const receive of listeners) {
        receive({ type: "message", json: event });
        receive({ type: "data", json: '{"type":"set","key":"count","value":6}' });
      }
    },
    async call(method, parameters) {
      if (method === "fail") throw new Error("the service is busy");
      return JSON.stringify({ text: method + parameters, words: ["a", "b"] });
    },
    listen(receive) {
      listeners.add(receive);
      document.documentElement.dataset["listeners"] = String(listeners.size);
      return () => {
        listeners.delete(receive);
        document.documentElement.dataset["listeners"] = String(listeners.size);
      };
    },
  };
}

const capabilities = [{ name: "server", reason: "Greets" }] as const;
const grants = [...defaultGrants, "server" as const];

test("a controller calls services and hears them", async () => {
  const handle = await site.open(await compileTestApp(files, [...capabilities]), { grants, prepare: connect });
  const { page } = handle;
  await page.getByRole("button", { name: "greet" }).click();
  await expect.poll(() => page.locator("p").textContent()).toBe('greet["Ada",{"loud":true}]2');
  await page.getByRole("button", { name: "fail" }).click();
  await expect.poll(() => page.locator("b").textContent()).toBe("The call of `fail` failed: the service is busy");
  await page.getByRole("button", { name: "tell" }).click();
  await expect.poll(() => page.locator("i").textContent()).toBe('{"type":"said","count":1}count7');
  await page.getByRole("link", { name: "other" }).click();
  await expect.poll(() => page.locator("u").count()).toBe(1);
  await page.evaluate(() => testbed.server?.send("1"));
  await expect.poll(() => page.locator("u").textContent()).toContain('"key":"count"');
  const listeners = (): Promise<string | undefined> =>
    page.evaluate(() => document.documentElement.dataset["listeners"]);
  expect(await listeners()).toBe("2");
  await page.evaluate(() => testbed.app?.unmount());
  await expect.poll(listeners).toBe("0");
  expect(await handle.codes()).toEqual([]);
});

test("where the page gives no way to services, the controller hears what is missing", async () => {
  const handle = await site.open(await compileTestApp(files, [...capabilities]), { grants });
  await handle.page.getByRole("button", { name: "fail" }).click();
  await expect.poll(() => handle.page.locator("b").textContent()).toContain("{ server: connection }");
  await handle.page.getByRole("button", { name: "tell" }).click();
  await expect.poll(() => handle.codes()).toEqual(["server_missing"]);
});

test("an app that was not granted `server` does not start", async () => {
  await expect(site.open(await compileTestApp(files, [...capabilities]), { prepare: connect })).rejects.toThrow(
    "module_capability_denied",
  );
});
