import type { SealedPackage } from "@rune/archive";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { measurePage } from "./harness/measure-page.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
let app: SealedPackage;
beforeAll(async () => {
  site = await createTestSite("embed-entry.ts");
  app = await compileTestApp(files);
});
afterAll(() => site.close());

const files = {
  "pages/home/index.html": `<title>Counter</title><style>p { color: rgb(1, 2, 3) }</style>
    <p data-bind="count">0</p><button data-onclick="add">add</button><i data-bind="heard"></i>
    <label for="name">Name</label><input id="name" data-model="name"><dialog id="more">more</dialog>
    <a data-link="/second">second</a>`,
  "pages/home/controller.ts": `
    export let count = 0;
    export let heard = "";
    export let name = "";
    export function start(): void {
      setInterval(() => {}, 1000);
      rune.send_to_host("started");
    }
    export function add(): void {
      count++;
      rune.send_to_host({ type: "count", count, name });
    }
    export function on_host_message(message: { type: string; by: number }): void {
      heard += message.type;
      count += message.by;
      if (message.type === "flood") for (let i = 0; i < 1500; i++) rune.send_to_host(i);
      if (message.type === "fail") throw new RangeError("no"); // fail
    }`,
  "pages/second/index.html": `<h1>second</h1>`,
};

async function open(): Promise<Page> {
  const { page, complaints } = await site.open(app, { isMounted: false });
  expect(complaints.violations).toEqual([]);
  await page.evaluate(() => document.body.replaceChildren());
  return page;
}

/** Mounts the app in a new element of this id, which keeps what it says in \`data-said\`. */
async function mountIn(page: Page, ...ids: string[]): Promise<void> {
  await page.evaluate(async (names) => {
    const apps = (globalThis as { apps?: Record<string, unknown> }).apps ?? {};
    Object.assign(globalThis, { apps });
    for (const id of names) {
      const place = document.body.appendChild(document.createElement("section"));
      place.id = id;
      apps[id] = await embed.mount("/test.rune/", place, {
        onMessage: (message) => (place.dataset["said"] = (place.dataset["said"] ?? "") + JSON.stringify(message)),
        onError: ({ code }) => (place.dataset["code"] = code),
      });
    }
  }, ids);
}

describe("several apps on one page", () => {
  test("have state, ids, labels and messages of their own", async () => {
    const page = await open();
    await mountIn(page, "a", "b");
    await page.click("#b button");
    await page.click("#b button");
    expect(await page.locator("p").allTextContents()).toEqual(["0", "2"]);
    await page.fill("#b #name", "Ada");
    expect(await page.inputValue("#a #name")).toBe("");
    await page.click("#a button");
    const said = (id: string): Promise<string | null> => page.getAttribute(`#${id}`, "data-said");
    expect(await said("a")).toBe('"started"{"type":"count","count":1,"name":""}');
    expect(await said("b")).toBe('"started"{"type":"count","count":1,"name":""}{"type":"count","count":2,"name":""}');
    await page.evaluate(() =>
      (globalThis as unknown as { apps: Record<string, { unmount(): void }> }).apps["a"]?.unmount(),
    );
    expect(await page.locator("#a").innerHTML()).toBe("");
    await page.click("#b button");
    expect(await page.locator("#b p").textContent()).toBe("3");
  });

  test("may be in shadow roots, where their styles and ids stay", async () => {
    const page = await open();
    await page.evaluate(async () => {
      document.body.append(document.createElement("p"));
      for (const id of ["a", "b"]) {
        const host = document.body.appendChild(document.createElement("section"));
        host.id = id;
        const inner = document.createElement("div");
        host.attachShadow({ mode: "open" }).append(inner);
        // Nested, as in an element of the page's that uses another.
        const place = inner.attachShadow({ mode: "open" }).appendChild(document.createElement("div"));
        await embed.mount("/test.rune/", place);
      }
    });
    await page.click("#b button");
    expect(await page.locator("section p").allTextContents()).toEqual(["0", "1"]);
    await page.locator("#b").getByText("Name").click();
    await page.keyboard.type("Ada");
    expect(await page.locator("#b input").inputValue()).toBe("Ada");
    expect(await page.locator("#a input").inputValue()).toBe("");
    const color = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((node) => getComputedStyle(node).color);
    expect([await color("section p"), await color("body > p")]).toEqual(["rgb(1, 2, 3)", "rgb(0, 0, 0)"]);
  });

  test("leave the title and the language of the page as they were, in whatever order they go", async () => {
    for (const order of ["abc", "cba", "bca", "acb"]) {
      const page = await open();
      const said = (): Promise<string> => page.evaluate(() => `${document.title} ${document.documentElement.lang}`);
      await page.evaluate(() => Object.assign(document, { title: "Host" }));
      const before = await said();
      await mountIn(page, ..."abc");
      expect(await said()).toBe("Counter de");
      for (const id of order) {
        expect(await said()).toBe("Counter de");
        await page.evaluate(
          (name) => (globalThis as never as { apps: Record<string, { unmount(): void }> }).apps[name]?.unmount(),
          id,
        );
      }
      expect(await said(), order).toBe(before);
    }
  });

  test("may be mounted in an element that is not in the page yet", async () => {
    const page = await open();
    await page.evaluate(async () => {
      const place = document.createElement("section");
      await embed.mount("/test.rune/", place);
      document.body.append(place);
    });
    await page.click("button");
    expect(await page.textContent("p")).toBe("1");
  });
});

describe("messages", () => {
  test("go both ways, as plain data", async () => {
    const page = await open();
    const answers = await page.evaluate(async () => {
      const place = document.body.appendChild(document.createElement("section"));
      const said: unknown[] = [];
      const mounted = await embed.mount<{ toApp: object; toPage: unknown }>("/test.rune/", place, {
        onMessage: (message) => said.push(message),
      });
      const isHeard = mounted.send({ type: "by", by: 3 });
      const codes = [
        () => mounted.send(() => 1),
        () => mounted.send({ big: 1n }),
        () => mounted.send([mounted.send]),
      ].map((action) => {
        try {
          action();
          return "";
        } catch (error) {
          return (error as { code: string }).code;
        }
      });
      await mounted.navigate("/second");
      const isHeardElsewhere = mounted.send({ type: "!", by: 1 });
      mounted.unmount();
      return { said, isHeard, codes, isHeardElsewhere, isHeardAfter: mounted.send({ type: "", by: 0 }) };
    });
    expect(answers).toEqual({
      said: ["started"],
      isHeard: true,
      codes: ["message_invalid", "message_invalid", ""],
      isHeardElsewhere: true,
      isHeardAfter: false,
    });
  });

  test("that are sent while the app starts are answered by who awaits the app", async () => {
    const page = await open();
    const answers = await page.evaluate(async () => {
      const place = document.body.appendChild(document.createElement("section"));
      const order: string[] = [];
      let answer: (isHeard: boolean) => void;
      const answered = new Promise<boolean>((resolve) => (answer = resolve));
      const mounted: ReturnType<typeof embed.mount<{ toApp: object; toPage: string }>> = embed.mount(
        "/test.rune/",
        place,
        {
          async onMessage(message) {
            order.push(message);
            answer((await mounted).send({ type: "answer", by: 3 }));
          },
        },
      );
      await mounted.then(() => order.push("mounted"));
      return {
        order,
        isHeard: await answered,
        texts: ["i", "p"].map((tag) => place.querySelector(tag)?.textContent),
      };
    });
    expect(answers).toEqual({ order: ["started", "mounted"], isHeard: true, texts: ["answer", "3"] });
  });

  test("that are too many are not sent, and a controller that fails is reported", async () => {
    const page = await open();
    const result = await page.evaluate(async () => {
      const place = document.body.appendChild(document.createElement("section"));
      const codes: string[] = [];
      let count = 0;
      const mounted = await embed.mount("/test.rune/", place, {
        onMessage: () => count++,
        onError: ({ code, location }) => codes.push(`${code} ${location?.line ?? ""}`),
      });
      mounted.send({ type: "flood", by: 1 });
      await Promise.resolve();
      mounted.send({ type: "fail", by: 1 });
      return { count, codes: [...new Set(codes)], text: place.querySelector("i")?.textContent };
    });
    const line = files["pages/home/controller.ts"].split("\n").findIndex((text) => text.endsWith("// fail")) + 1;
    expect(result).toEqual({ count: 1001, codes: ["message_limit ", `guest_threw ${line}`], text: "floodfail" });
  });
});

describe("unmount", () => {
  test("ends a mount that is under way, and so does another mount", async () => {
    const page = await open();
    const codes = await page.evaluate(async () => {
      const place = document.body.appendChild(document.createElement("section"));
      const codeOf = (error: { code: string }): string => error.code;
      const results: (string | number)[] = [];
      // At every moment of its start.
      for (let i = 0; i < 40; i++) {
        const abort = new AbortController();
        const mounting = embed.mount("/test.rune/", place, { signal: abort.signal }).then(() => "mounted", codeOf);
        for (let j = 0; j < i * 2; j++) await new Promise((resolve) => setTimeout(resolve, 0));
        abort.abort();
        results.push(await mounting, place.childNodes.length);
      }
      const first = embed.mount("/test.rune/", place).then(() => "mounted", codeOf);
      const second = embed.mount("/test.rune/", place).then(() => "mounted", codeOf);
      results.push(await first, await second, place.querySelectorAll("p").length);
      const done = new AbortController();
      done.abort();
      return [...results, await embed.mount("/test.rune/", place, { signal: done.signal }).catch(codeOf)];
    });
    expect(codes.slice(-4)).toEqual(["mount_aborted", "mounted", 1, "mount_aborted"]);
    const early = codes.slice(0, -4);
    expect(early.filter((_, i) => i % 2 === 1)).toEqual(Array(40).fill(0));
    expect(new Set(early.filter((_, i) => i % 2 === 0))).toEqual(new Set(["mount_aborted", "mounted"]));
  });

  test("leaves no listeners, timers, nodes, modules or memory behind", { timeout: 120_000 }, async () => {
    const page = await open();
    const session = await page.context().newCDPSession(page);
    const run = (times: number): Promise<void> =>
      page.evaluate(async (count) => {
        for (let i = 0; i < count; i++) {
          const place = document.body.appendChild(document.createElement("section"));
          const mounted = await embed.mount("/test.rune/", place, { onMessage() {} });
          place.querySelector("button")?.click();
          await mounted.navigate("/second");
          await mounted.navigate("/");
          mounted.unmount();
          place.remove();
        }
      }, times);
    // So many that the engine has compiled what it will.
    await run(40);
    const before = await measurePage(session);
    await run(50);
    const after = await measurePage(session);
    expect(after.listeners).toEqual(before.listeners);
    expect(after.instances).toBe(0);
    expect(after.counters.jsEventListeners).toBeLessThanOrEqual(before.counters.jsEventListeners);
    expect(after.counters.nodes).toBeLessThanOrEqual(before.counters.nodes + 5);
    expect(after.heap / before.heap).toBeLessThan(1.02);
    expect(await page.evaluate(() => [document.body.childElementCount, document.adoptedStyleSheets.length])).toEqual([
      0, 0,
    ]);
  });
});
