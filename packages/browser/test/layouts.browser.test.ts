import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const files = {
  "layout.html": `<title>Shop</title><meta name="theme-color" content="#111111">
    <header><b id="clicks" data-bind="clicks"></b><button data-onclick="press">press</button>
    <a data-link="/" data-link-active="on">Home</a> <a data-link="/settings" data-link-active="on">Settings</a>
    <a data-link="/settings/mail">Mail</a></header>
    <main data-outlet></main><footer data-bind="started + ' ' + stopped"></footer>`,
  "layout.ts": `export let clicks = 0; export let started = 0; export let stopped = 0;
    export function press(): void { clicks++; }
    export function start(): void { started++; }
    export function stop(): void { stopped++; }`,
  "layout.json": `{ "clicks": 40 }`,
  "pages/home/index.html": `<h1>Home</h1><p data-bind="text"></p><button data-onclick="change">change</button>`,
  "pages/home/controller.ts": `export let text = "a"; export function change(): void { text += "!"; }`,
  "pages/settings/layout.html": `<title data-bind="'Settings of ' + owner">Settings</title><aside data-bind="seen"></aside><section data-outlet></section>
    <input id="owner" data-model="owner">`,
  "pages/settings/layout.ts": `export let owner = "Ada"; export let seen = "";
    export function start(params: { x?: string }): void { seen += "(" + (params.x ?? "none") + ")"; }`,
  "pages/settings/index.html": `<h2>All</h2>`,
  "pages/settings/mail/index.html": `<!doctype html><html lang="fr" data-bind-lang="language"><head><meta name="description" data-bind-content="'for ' + language"></head>
    <body><h2>Mail</h2><button data-onclick="turn">turn</button><a data-link="/settings/mail?x=1">again</a></body></html>`,
  "pages/settings/mail/controller.ts": `export let language: string | null = null; export function turn(): void { language = language === null ? "it" : null; }`,
};

async function open(path = "/"): Promise<TestPageHandle> {
  return site.open(await compileTestApp(files), { path });
}
const text = (handle: TestPageHandle, selector: string): Promise<string> => handle.page.locator(selector).innerText();
const press = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("button", { name, exact: true }).click();
const go = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("link", { name, exact: true }).click();

describe("layouts", () => {
  test("stay with their nodes and state while the pages inside of them change", async () => {
    const handle = await open();
    expect(await text(handle, "#clicks")).toBe("40");
    const header = await handle.page.locator("header").elementHandle();
    await press(handle, "press");
    await press(handle, "change");
    expect(await text(handle, "main p")).toBe("a!");
    await go(handle, "Settings");
    await handle.page.locator("main h2").waitFor();
    expect(await handle.page.locator("main h1").count()).toBe(0);
    expect(await text(handle, "#clicks")).toBe("41");
    expect(await text(handle, "footer")).toBe("1 0");
    expect(await handle.page.locator("header a.on").allInnerTexts()).toEqual(["Settings"]);
    await press(handle, "press");
    await go(handle, "Home");
    await handle.page.locator("main h1").waitFor();
    expect(await text(handle, "#clicks")).toBe("42");
    expect(await text(handle, "main p")).toBe("a!");
    expect(await header?.evaluate((node) => node.isConnected)).toBe(true);
    expect(await handle.codes()).toEqual([]);
  });

  test("nest; an inner one that stays keeps what the user entered, and goes with the last of its pages", async () => {
    const handle = await open("/settings");
    const section = await handle.page.locator("main section").elementHandle();
    await handle.page.locator("#owner").fill("Bob");
    await go(handle, "Mail");
    await handle.page.locator("section h2", { hasText: "Mail" }).waitFor();
    expect(await section?.evaluate((node) => node.isConnected)).toBe(true);
    expect(await handle.page.locator("#owner").inputValue()).toBe("Bob");
    expect(await text(handle, "aside")).toBe("(none)");
    await go(handle, "again");
    // It asks for parameters, and these are others.
    await expect.poll(() => text(handle, "aside")).toBe("(none)(1)");
    await go(handle, "Home");
    await handle.page.locator("main h1").waitFor();
    expect(await handle.page.locator("aside").count()).toBe(0);
    expect(await handle.codes()).toEqual([]);
  });

  test("say of the document what no page says, and pages follow their data in it", async () => {
    const handle = await open();
    const head = (): Promise<unknown> =>
      handle.page.evaluate(() => [
        document.title,
        document.documentElement.lang,
        document.querySelector<HTMLMetaElement>("meta[name=description]")?.content,
        document.querySelector<HTMLMetaElement>("meta[name=theme-color]")?.content,
      ]);
    expect(await head()).toEqual(["Shop", "de", undefined, "#111111"]);
    await go(handle, "Mail");
    await handle.page.locator("h2").waitFor();
    expect(await head()).toEqual(["Settings of Ada", "fr", "for null", "#111111"]);
    await press(handle, "turn");
    expect(await head()).toEqual(["Settings of Ada", "it", "for it", "#111111"]);
    await handle.page.locator("#owner").fill("Eve");
    expect(await head()).toEqual(["Settings of Eve", "it", "for it", "#111111"]);
    await press(handle, "turn");
    await go(handle, "Home");
    await handle.page.locator("main h1").waitFor();
    expect(await head()).toEqual(["Shop", "de", undefined, "#111111"]);
    await handle.page.evaluate(() => testbed.app?.unmount());
    expect(await head()).toEqual(["Host", "de", undefined, undefined]);
  });

  test("have a page that is not found in place of all, and come back", async () => {
    const handle = await open("/nowhere");
    expect(await handle.page.locator("header").count()).toBe(0);
    await go(handle, "Go to the start page");
    await handle.page.locator("main h1").waitFor();
    await expect.poll(() => text(handle, "footer")).toBe("1 0");
    await handle.page.goBack();
    await handle.page.locator("header").waitFor({ state: "detached" });
    await handle.page.goForward();
    await handle.page.locator("main h1").waitFor();
    await expect.poll(() => text(handle, "footer")).toBe("2 1");
    expect(await handle.codes()).toEqual([]);
  });
});
