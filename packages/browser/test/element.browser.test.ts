import type { SealedPackage } from "@rune/archive";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { sealTestApp } from "./harness/test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
let app: SealedPackage;
beforeAll(async () => {
  site = await createTestSite("embed-entry.ts");
  app = await compileTestApp({
    "pages/home/index.html": `<p data-bind="count">0</p><button data-onclick="add">add</button>`,
    "pages/home/controller.ts": `
      export let count = 0;
      export function add(): void {
        count++;
        rune.send_to_host({ count });
        if (count > 2) throw new RangeError("enough"); // fail
      }
      export function stop(): void { rune.log_info("stop"); }
      export function on_host_message(by: number): void { count += by; }`,
  });
});
afterAll(() => site.close());

/** Opens a page with this markup, which notes the events of its apps as they come. */
async function open(
  html: string,
  shown: SealedPackage = app,
): Promise<{ page: Page; events: () => Promise<string[]>; log: string[]; requests: string[] }> {
  const { page, log, complaints, requests } = await site.open(shown, { isMounted: false });
  expect(complaints.violations).toEqual([]);
  await page.evaluate((given) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const parsed = new Range().createContextualFragment.bind(document.createRange());
    const policy = (globalThis as unknown as { trustedTypes: TrustedTypePolicyFactory }).trustedTypes.createPolicy(
      "test",
      {
        createHTML: (text) => text,
      },
    );
    document.body.replaceChildren(parsed(policy.createHTML(given) as unknown as string));
    for (const element of document.querySelectorAll("rune-app")) {
      element.addEventListener("load", () => said.push(`load ${element.id}`));
      element.addEventListener("message", ({ data }) => said.push(`message ${element.id} ${JSON.stringify(data)}`));
      element.addEventListener("error", (event) => {
        event.preventDefault();
        said.push(`error ${element.id} ${(event.error as { code: string }).code} ${event.filename}:${event.lineno}`);
      });
    }
    embed.defineElement();
    embed.defineElement();
  }, html);
  return { page, log, requests, events: () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said) };
}

interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): object };
}

test("shows an app, and tells what it says", async () => {
  const { page, events } = await open(`<rune-app id="a" src="/test.rune/"></rune-app><rune-app id="b"></rune-app>`);
  await expect.poll(events).toEqual(["load a"]);
  expect(
    await page
      .locator("rune-app")
      .first()
      .evaluate((node) => getComputedStyle(node).display),
  ).toBe("block");
  await page.click("#a button");
  expect(await page.textContent("#a p")).toBe("1");
  expect(await page.evaluate(() => document.querySelector("rune-app")?.send(1))).toBe(true);
  expect(await page.textContent("#a p")).toBe("2");
  await page.click("#a button");
  expect(await events()).toEqual([
    "load a",
    'message a {"count":1}',
    "error a guest_threw app/pages/home/controller.ts:6",
    'message a {"count":3}',
  ]);
  const none = await page.evaluate(() => {
    const b = document.querySelector<HTMLElementTagNameMap["rune-app"]>("#b");
    return [b?.send(1), b?.app, b?.src];
  });
  expect(none).toEqual([false, undefined, ""]);
});

test("what an app says before it shows can be answered", async () => {
  const greeting = await compileTestApp({
    "pages/home/index.html": `<p data-bind="answer">none</p>`,
    "pages/home/controller.ts": `export let answer = "";
      export function start(): void { rune.send_to_host("ready"); rune.send_to_host("go on"); }
      export function on_host_message(text: string): void { answer += text; }`,
  });
  const { page, events } = await open(`<main></main>`, greeting);
  await page.evaluate(() => {
    const element = document.createElement("rune-app") as HTMLElementTagNameMap["rune-app"];
    const { said } = globalThis as unknown as { said: string[] };
    element.addEventListener("load", () => said.push("load"));
    element.addEventListener("message", ({ data }) => said.push(`${data} ${element.send(`(${data})`)}`));
    element.src = "/test.rune/";
    document.querySelector("main")?.append(element);
  });
  await expect.poll(events).toEqual(["load", "ready true", "go on true"]);
  expect(await page.textContent("p")).toBe("(ready)(go on)");
});

test("lives as long as it is in the document, wherever it is moved", async () => {
  const { page, events, log } = await open(
    `<rune-app id="a" src="/test.rune/"></rune-app><section></section><aside></aside>`,
  );
  await expect.poll(events).toEqual(["load a"]);
  await page.click("button");
  for (const selector of ["section", "aside"]) {
    await page.evaluate(
      (place) => document.querySelector(place)?.append(document.querySelector("rune-app") as Node),
      selector,
    );
    expect(await page.textContent(`${selector} p`)).toBe("1");
  }
  await page.evaluate(() => {
    const app = document.querySelector("rune-app") as Element;
    (document.querySelector("section") as Element & { moveBefore(node: Node, before: null): void }).moveBefore(
      app,
      null,
    );
  });
  expect(await page.textContent("section p")).toBe("1");
  expect(log).toEqual([]);
  await page.evaluate(async () => {
    const app = document.querySelector("rune-app") as Element;
    app.remove();
    await Promise.resolve();
    Object.assign(globalThis, { app });
  });
  await expect.poll(() => log).toEqual(["stop"]);
  await page.evaluate(() => document.body.append((globalThis as unknown as { app: Element }).app));
  await expect.poll(events).toEqual(["load a", 'message a {"count":1}', "load a"]);
  expect(await page.textContent("p")).toBe("0");
});

test("uses regular expressions only where the page trusts it, and the error says how", async () => {
  const searching = await compileTestApp({
    "pages/home/index.html": `<p data-bind="found"></p>`,
    "pages/home/controller.ts": `export let found = "";\nexport function start(): void { found = "a1".replace(/\\d/, "!"); }`,
  });
  const markup = `<rune-app id="a" src="/test.rune/"></rune-app><rune-app id="b" src="/test.rune/" trusted></rune-app>`;
  const { page, events } = await open(markup, searching);
  await expect.poll(async () => (await events()).toSorted()).toEqual(["error a module_import_refused :0", "load b"]);
  await expect.poll(() => page.locator("#b p").textContent()).toBe("a!");
  const text = await page.locator("#a [role=alert]").textContent();
  for (const way of ["{ trusted: true }", "<rune-app trusted>"]) expect(text).toContain(way);
  // Another answer to the question shows the app anew.
  await page.locator("#a").evaluate((element) => element.toggleAttribute("trusted"));
  await expect.poll(() => page.locator("#a p").textContent()).toBe("a!");
});

test("shows another app when `src` changes, and none without it", async () => {
  const { page, events } = await open(`<rune-app id="a" src="/test.rune/"></rune-app>`);
  await expect.poll(events).toEqual(["load a"]);
  await page.click("button");
  const set = (src: string | null): Promise<void> =>
    page.evaluate((address) => {
      const element = document.querySelector("rune-app") as HTMLElementTagNameMap["rune-app"];
      if (address === null) element.removeAttribute("src");
      else element.src = address;
    }, src);
  await set("/test.rune/none/");
  await expect.poll(events).toContain("error a manifest_missing :0");
  expect(await page.locator("rune-app [role=alert] h1").textContent()).toBe("This app could not be started");
  // The last of several at once is the one.
  await page.evaluate(() => {
    const element = document.querySelector("rune-app") as HTMLElementTagNameMap["rune-app"];
    for (const address of ["/elsewhere.rune/", "/test.rune/?again", "/test.rune/"]) element.src = address;
  });
  await expect.poll(async () => (await events()).filter((each) => each === "load a").length).toBe(2);
  expect(await page.textContent("p")).toBe("0");
  await set(null);
  await expect.poll(() => page.locator("rune-app p").count()).toBe(0);
});

test("takes options from attributes, and refuses wrong ones", async () => {
  const { events } = await open(
    `<rune-app id="a" src="/test.rune/" grants="log ui"></rune-app>
     <rune-app id="b" src="/test.rune/" root="sha256-AAAA"></rune-app>
     <rune-app id="c" src="/test.rune/" storage="disk"></rune-app>
     <rune-app id="e" src="/test.rune/" verify="never"></rune-app>
     <rune-app id="d" src="/test.rune/" grants="log messaging" storage="session" verify="used" base="/x"></rune-app>`,
  );
  await expect
    .poll(async () => (await events()).map((each) => each.replace(/ \S*:0$/, "")).sort())
    .toEqual([
      "error a module_capability_denied",
      "error b package_root_mismatch",
      "error c option_invalid",
      "error e option_invalid",
      "load d",
    ]);
});

test("begins once for attributes that are set together, and goes on where one is set to what it is", async () => {
  const { page, events, requests } = await open(`<rune-app id="a"></rune-app>`);
  await page.evaluate(() => {
    const element = document.querySelector("rune-app") as HTMLElementTagNameMap["rune-app"];
    element.setAttribute("grants", "log ui messaging");
    element.src = "/test.rune/";
    element.setAttribute("storage", "session");
  });
  await expect.poll(events).toEqual(["load a"]);
  expect(requests.filter((path) => path.endsWith("RUNE.MANIFEST.json"))).toHaveLength(1);
  await page.click("#a button");
  await page.evaluate(() => document.querySelector("rune-app")?.setAttribute("storage", "session"));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await page.textContent("#a p")).toBe("1");
  expect(await events()).not.toContain("error a mount_aborted :0");
  const hide = (each: HTMLElement): string => ((each.hidden = true), getComputedStyle(each).display);
  expect(await page.locator("#a").evaluate(hide)).toBe("none");
});

test("an error that the page takes is not logged", async () => {
  const { page, events } = await open(`<rune-app id="a" src="/test.rune/"></rune-app>`);
  await expect.poll(events).toEqual(["load a"]);
  const lines: string[] = [];
  page.on("console", (message) => lines.push(message.text()));
  for (let i = 0; i < 3; i++) await page.click("button");
  await expect.poll(async () => (await events()).join()).toContain("guest_threw");
  expect(lines.filter((each) => each.includes("guest_threw"))).toEqual([]);
});

test("may wait until it is near to what the user sees", async () => {
  const { page, events } = await open(
    `${"<br>".repeat(800)}<rune-app id="a" src="/test.rune/" loading="lazy"></rune-app>`,
  );
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await events()).toEqual([]);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(events).toEqual(["load a"]);
});

test("is nothing that an app could have in its view", async () => {
  const hostile = await sealTestApp({
    pages: { home: { nodes: [["other-app", { src: "/beside.rune/", grants: "dom process" }]], isStatic: true } },
  });
  const { page } = await site.open(hostile, { isMounted: false, beside: app });
  const said = await page.evaluate(async () => {
    embed.defineElement("other-app");
    const place = document.body.appendChild(document.createElement("section"));
    const failing = new Promise<ErrorEvent>((resolve) => {
      place.addEventListener("error", resolve, { capture: true });
    });
    await embed.mount("/test.rune/", place);
    const { error } = await failing;
    return [
      (error as { code: string }).code,
      place.querySelector("other-app")?.shadowRoot?.querySelector("button") ?? "nothing",
    ];
  });
  expect(said).toEqual(["element_in_app", "nothing"]);
});

test("a form in its app that is reset puts what its fields hold then into the data", async () => {
  const form = await compileTestApp({
    "pages/home/index.html": `<form><input value="html" data-model="inside"><button type="reset">reset</button></form>
      <input value="html" data-model="outside"><output data-bind="\`\${inside} \${outside}\`"></output>`,
    "pages/home/controller.ts": `export let inside = "in"; export let outside = "out";`,
  });
  const { page, events } = await open(`<rune-app id="a" src="/test.rune/"></rune-app>`, form);
  await page.getByRole("button", { name: "reset" }).click();
  await expect.poll(() => page.locator("output").textContent()).toBe("html out");
  expect(await page.locator("input").nth(1).inputValue()).toBe("out");
  expect(await events()).toEqual(["load a"]);
});
