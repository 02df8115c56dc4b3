// What the page puts behind capabilities can fail in any way: the app hears of it or a report says so, and the app goes on.
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp, compileTestPage } from "../harness/compile-test-app.ts";
import { createTestSite, type TestSite } from "../harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite("embed-entry.ts");
});
afterAll(() => site.close());

const files = {
  "pages/home/index.html": `<p id="text" data-bind="heard"></p><output data-bind="count"></output>
    ${["log", "time", "random", "state", "fetch", "call", "copy", "paste", "send"].map((name) => `<button data-onclick="${name}">${name}</button>`).join("")}`,
  "pages/home/controller.ts": `
    export let heard = "";
    export let count = 0;
    export function log(): void { count++; rune.log_info("x"); }
    export function time(): void { count++; rune.get_time_ms(); }
    export function random(): void { count++; rune.get_random(); }
    export function state(): void { count++; rune.get_local_state("x"); rune.set_local_state("x", "y"); rune.delete_local_state("x"); }
    export async function fetch(): Promise<void> {
      count++;
      try { await rune.fetch("https://data.example/"); } catch (error) { heard = error instanceof Error ? "error" : "other"; }
    }
    export async function call(): Promise<void> {
      count++;
      try { await rune.server_rpc("get", "{}"); } catch (error) { heard = error instanceof Error ? "error" : "other"; }
    }
    export async function copy(): Promise<void> { count++; try { await rune.clipboard_write("x"); } catch { heard = "error"; } }
    export async function paste(): Promise<void> { count++; try { await rune.clipboard_read(); } catch { heard = "error"; } }
    export function send(): void { count++; rune.send_to_server("1"); }`,
};

test.each(["nothing", "getters", "proxy", "symbol", "undefined"])(
  "by throwing what cannot be told: %s",
  async (kind) => {
    const app = await compileTestApp(files, [
      { name: "http", origins: ["https://data.example"] },
      { name: "clipboard" },
      { name: "server" },
    ]);
    const { page, complaints } = await site.open(app, { isMounted: false });
    const outcome = await page.evaluate(async (which) => {
      const refuse = (): never => {
        throw new Error("looked into");
      };
      const kinds: Record<string, () => unknown> = {
        nothing: () => Object.create(null),
        getters: () =>
          Object.defineProperties(new Error("x"), {
            message: { get: refuse },
            stack: { get: refuse },
            cause: { get: refuse },
          }),
        proxy: () => new Proxy(() => {}, { get: refuse, has: refuse, getPrototypeOf: refuse, ownKeys: refuse }),
        symbol: () => Symbol("x"),
        undefined: () => undefined,
      };
      const fail = (): never => {
        throw kinds[which]?.();
      };
      // oxlint-disable-next-line require-await -- it rejects.
      const reject = async (): Promise<never> => fail();
      const codes: string[] = [];
      document.body.replaceChildren();
      const place = document.body.appendChild(document.createElement("section"));
      await embed.mount("/test.rune/", place, {
        grants: ["log", "time", "random", "state", "ui", "timers", "http", "clipboard", "server"],
        onError: ({ code }) => codes.push(code),
        server: { send: reject, call: reject },
        providers: {
          log: { debug: fail, info: fail, warn: fail, error: fail },
          time: fail,
          random: { number: fail, uuid: fail } as never,
          http: reject,
          clipboard: { read: reject, write: reject },
          state: { get: fail, set: fail, delete: fail, clear: fail },
        },
      });
      const heard: Record<string, string> = {};
      for (const button of place.querySelectorAll("button")) {
        const before = codes.length;
        button.click();
        for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve));
        heard[button.textContent ?? ""] = `${place.querySelector("p")?.textContent} ${codes.slice(before).join()}`;
      }
      return { heard, count: place.querySelector("output")?.textContent };
    }, kind);
    expect(outcome.count).toBe("9");
    for (const [name, each] of Object.entries(outcome.heard)) expect(each, name).toMatch(/\w/);
    expect(complaints).toEqual({ errors: [], violations: [] });
  },
);

test("by failing when it hears of an error or a message", async () => {
  const app = await compileTestPage(
    `<p data-bind="count"></p><b id="b">x</b><button data-onclick="run">run</button>`,
    `export let count = 0;
    export function run(): void {
      count++;
      rune.replace_text("none", "x");
      rune.replace_text("b", count.toString());
      rune.send_to_host(count);
    }`,
  );
  const { page, complaints } = await site.open(app, { isMounted: false });
  const shown = await page.evaluate(async () => {
    document.body.replaceChildren();
    const place = document.body.appendChild(document.createElement("section"));
    const fail = (what: string) => (): never => {
      throw new Error(what);
    };
    await embed.mount("/test.rune/", place, { onError: fail("report"), onMessage: fail("message") });
    for (let i = 0; i < 2; i++) {
      place.querySelector("button")?.click();
      await new Promise((resolve) => setTimeout(resolve));
    }
    return place.textContent;
  });
  expect(shown).toBe("22run");
  // The page hears of its own mistakes.
  expect(complaints.errors.sort()).toEqual(["Error: message", "Error: message", "Error: report", "Error: report"]);
});
