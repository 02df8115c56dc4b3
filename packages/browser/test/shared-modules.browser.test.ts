import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const store = `
  export const cart: { name: string }[] = [];
  export let loads = 0;
  loads++;
  export function put(name: string): void { cart.push({ name }); }`;

async function open(home: string, other: string, html: { home: string; other: string }): Promise<TestPageHandle> {
  const sealed = await compileTestApp({
    "store.ts": store,
    "pages/home/index.html": `${html.home}<a data-link="/other">other</a>`,
    "pages/home/controller.ts": home,
    "pages/other/index.html": `${html.other}<a data-link="/">home</a>`,
    "pages/other/controller.ts": other,
  });
  expect(sealed.manifest.modules.map(({ file }) => file)).toEqual(["logic/home.wasm"]);
  return site.open(sealed);
}

const texts = (handle: TestPageHandle, selector = "p"): Promise<string[]> =>
  handle.page.locator(selector).allTextContents();
const click = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("button", { name, exact: true }).click();
const follow = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("link", { name, exact: true }).click();

test("what controllers import exists once, and each controller once while the app is mounted", async () => {
  const handle = await open(
    `import { put } from "../../store.ts";
     export { cart, loads } from "../../store.ts";
     export let mine = 0;
     let starts = 0;
     export let seen = "";
     export function start(): void { seen = "start " + ++starts; }
     export function add(): void { mine++; put("n" + mine); }`,
    `import { cart as all } from "../../store.ts";
     export const cart = all;
     export let mine = 10;
     export function rename(item: { name: string }): void { item.name += "!"; mine += cart.indexOf(item); }`,
    {
      home: `<p data-bind="mine"></p><p data-bind="seen"></p><p data-bind="loads"></p><i data-for="item in cart" data-bind="item.name"></i><button data-onclick="add">add</button>`,
      other: `<p data-bind="mine"></p><button data-for="item in cart" data-onclick="rename(item)" data-bind="item.name"></button>`,
    },
  );
  expect(await texts(handle)).toEqual(["0", "start 1", "1"]);
  await click(handle, "add");
  await click(handle, "add");
  expect(await texts(handle, "i")).toEqual(["n1", "n2"]);
  await follow(handle, "other");
  await expect.poll(() => texts(handle)).toEqual(["10"]);
  await click(handle, "n2");
  expect(await texts(handle, "button")).toEqual(["n1", "n2!"]);
  expect(await texts(handle)).toEqual(["11"]);
  await follow(handle, "home");
  expect(await texts(handle)).toEqual(["2", "start 2", "1"]);
  expect(await texts(handle, "i")).toEqual(["n1", "n2!"]);
});

test("a page shows what another controller changes of what they share, and takes nothing else that is meant for it", async () => {
  const handle = await open(
    `import { put } from "../../store.ts";
     export let mine = "home";
     export function start(): void {
       rune.set_timeout("own", 30);
       setTimeout(() => { put("timeout"); rune.update_data("home", { mine: "changed" }); }, 30);
     }
     export function on_timer(id: string): void { put("home " + id); rune.replace_text("who", "home"); }`,
    `import { cart as all } from "../../store.ts";
     export const cart = all;
     export let mine = "other";
     export function on_timer(id: string): void { mine = id; }`,
    {
      home: `<p data-bind="mine"></p><b id="who">?</b>`,
      other: `<p data-bind="mine"></p><b id="who">?</b><i data-for="item in cart" data-bind="item.name"></i>`,
    },
  );
  await follow(handle, "other");
  await handle.page.locator("i").nth(1).waitFor();
  expect((await texts(handle, "i")).sort()).toEqual(["home own", "timeout"]);
  expect(await texts(handle)).toEqual(["other"]);
  expect(await texts(handle, "b")).toEqual(["?"]);
  await follow(handle, "home");
  expect(await texts(handle)).toEqual(["changed"]);
});

test("a layout and the page's title show what a page changes in place in an object that they share", async () => {
  const sealed = await compileTestApp({
    "store.ts": `export const user = { name: "Ada" }; const visits = { count: 0 }; export function visit(): void { visits.count++; }
      export function countVisits(): number { return visits.count; }`,
    "layout.html": `<b data-bind="user.name"></b><i data-bind="visits()"></i><section data-outlet></section>`,
    "layout.ts": `import { countVisits, user as shared } from "./store.ts"; export const user = shared;
      export function visits(): number { return countVisits(); }`,
    "pages/home/index.html": `<title data-bind="'About ' + user.name"></title><button data-onclick="rename">rename</button><button data-onclick="come">come</button>`,
    "pages/home/controller.ts": `import { user as shared, visit } from "../../store.ts"; export const user = shared;
      export function rename(): void { user.name += "!"; } export function come(): void { visit(); }`,
  });
  const handle = await site.open(sealed);
  await expect.poll(() => handle.page.title()).toBe("About Ada");
  const shown = async (): Promise<string[]> => [...(await texts(handle, "b, i")), await handle.page.title()];
  expect(await shown()).toEqual(["Ada", "0", "About Ada"]);
  await click(handle, "rename");
  expect(await shown()).toEqual(["Ada!", "0", "About Ada!"]);
  await click(handle, "come");
  expect(await shown()).toEqual(["Ada!", "1", "About Ada!"]);
});

test("components that are inside of each other show what changes behind their functions", async () => {
  const sealed = await compileTestApp({
    "store.ts": `export const clicks = { count: 0 };`,
    "components/outer.html": `<div data-if="depth > 0" data-use="inner" data-prop-depth="depth"></div><b data-bind="seen()"></b>`,
    "components/outer.ts": `import { clicks } from "../store.ts"; export let depth = 0; export function seen(): number { return clicks.count; }`,
    "components/inner.html": `<div data-use="outer" data-prop-depth="depth - 1"></div>`,
    "pages/home/index.html": `<div data-use="outer" data-prop-depth="2"></div><button data-onclick="click">click</button>`,
    "pages/home/controller.ts": `import { clicks } from "../../store.ts"; export function click(): void { clicks.count++; }`,
  });
  const handle = await site.open(sealed);
  await expect.poll(() => texts(handle, "b")).toEqual(["0", "0", "0"]);
  await click(handle, "click");
  expect(await texts(handle, "b")).toEqual(["1", "1", "1"]);
});
