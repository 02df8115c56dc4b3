// What shows while the module of a controller is on its way.
import type { SealedPackage } from "@rune/archive";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type OpenOptions, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** What a controller says can be known only when it is there: constants are in the view's data, these are not. */
const files = {
  "pages/home/index.html": `<title data-bind="name + '!'">Shop</title><meta name="author" data-bind-content="author">
    <p id="call" data-bind="price() * 2 + 1">from 3</p>
    <p id="variable" data-bind="late * 2">many</p>
    <p id="text" data-bind="\`it costs \${price()}\`">it costs little</p>
    <p id="constant" data-bind="fixed * 2"></p>
    <p id="attributes" title="written" data-bind-title="'price ' + price()" class="a" data-class-dear="price() > 1"
      data-class-a="late > 100" data-bind-class="'b' + late" style="width: 9px" data-style-width="price() + 'px'" data-show="price() > 1000">shown</p>
    <i data-if="price() > 1">dear</i><i data-else>cheap</i>
    <i data-if="!isHere">gone</i>
    <u data-for="n in price()" data-bind="n"></u><u data-else>none</u>
    <u data-for="n in list" data-bind="n"></u><u data-else>nothing</u>
    <s data-for="n in known" data-class-chosen="n.id == late" data-bind="n.id + price()">row</s>
    <input data-model="late" value="7"><input id="wrong" data-validity="price() > 1 ? 'too dear' : ''">
    <button data-onclick="add(price(), late)">add</button><output data-bind="sum">0</output>
    <div data-use="tag" data-prop-amount="price()"></div><div data-use="clock" data-prop-start="late"><b data-bind="price()">slot</b></div>`,
  "pages/home/controller.ts": `
    export let name = String(Date.now() > 0 ? "Rune" : "");
    export const author = "Ada";
    export let late = Date.now() > 0 ? 4 : 0;
    export const fixed = 5;
    export let isHere = Date.now() > 0;
    export let list: number[] = Date.now() > 0 ? [8, 9] : [];
    export const known: { id: number }[] = [{ id: 4 }, { id: 5 }];
    export let sum = 0;
    export function price(): number { return Date.now() > 0 ? 3 : 0; }
    export function add(one: number, other: number): void { sum += one + other; }`,
  "components/tag.html": `<em data-bind="amount + 1">some</em>`,
  "components/clock.html": `<q data-bind="time() * 2">soon</q><q data-bind="start + 1">early</q><q data-bind="zone + 1">zone</q>
    <q data-if="!isSet">unset</q><button class="forward" data-onclick="forward(time())">forward</button><q data-bind="passed">0</q><slot></slot>`,
  "components/clock.ts": `export let start = 0; export let zone = Date.now() > 0 ? 1 : 0; export let isSet = Date.now() > 0; export let passed = 0;
    export function time(): number { return Date.now() > 0 ? 6 : 0; }
    export function forward(by: number): void { passed += by; }`,
};

let app: SealedPackage;
beforeAll(async () => {
  app = await compileTestApp(files);
});

/** Opens the app so that its modules do not come before `release`. */
async function openSlow(options: OpenOptions = {}, of = app): Promise<{ handle: TestPageHandle; release: () => void }> {
  const handle = await site.open(of, { isMounted: false, ...options });
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await handle.page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  await handle.page.evaluate(() => {
    // Whatever shows in between, however shortly.
    const seen = ((globalThis as { seen?: Set<string> }).seen = new Set());
    const element = document.querySelector("#app") as Element;
    const look = (): unknown => seen.add(`${element.outerHTML} ${document.title}`);
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    void testbed.mount({ verify: "used" });
  });
  return { handle, release };
}

const texts = ({ page }: TestPageHandle, of: string): Promise<string[]> => page.locator(of).allTextContents();
const seen = ({ page }: TestPageHandle): Promise<string> =>
  page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen].join("\n"));

async function expectAll(handle: TestPageHandle): Promise<void> {
  await handle.page.locator("i", { hasText: "dear" }).waitFor();
  await handle.page.locator("q", { hasText: "12" }).waitFor();
  expect(await texts(handle, "p")).toEqual(["7", "8", "it costs 3", "10", "shown"]);
  expect(await texts(handle, "i")).toEqual(["dear"]);
  expect(await texts(handle, "u")).toEqual(["1", "2", "3", "8", "9"]);
  expect(await texts(handle, "s")).toEqual(["7", "8"]);
  expect(await texts(handle, "s.chosen")).toEqual(["7"]);
  expect(await texts(handle, "em,q,b")).toEqual(["4", "12", "5", "2", "0", "3"]);
  const attributes = handle.page.locator("#attributes");
  expect(await attributes.getAttribute("title")).toBe("price 3");
  expect((await attributes.getAttribute("class"))?.split(" ").sort()).toEqual(["b4", "dear"]);
  expect(await handle.page.title()).toBe("Rune!");
  expect(await handle.page.locator("input").first().inputValue()).toBe("4");
  expect(await handle.page.locator("#wrong").evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
    "too dear",
  );
  expect(await seen(handle)).not.toMatch(/NaN|undefined/);
  expect(await handle.codes()).toEqual([]);
  expect(handle.complaints).toEqual({ errors: [], violations: [] });
}

test("a page shows what its HTML says until the controller answers", async () => {
  const { handle, release } = await openSlow();
  await handle.page.locator("#constant", { hasText: "10" }).waitFor();
  expect(await texts(handle, "p")).toEqual(["from 3", "many", "it costs little", "10", "shown"]);
  expect(await texts(handle, "i,u")).toEqual([]);
  expect(await texts(handle, "s")).toEqual(["row", "row"]);
  expect(await texts(handle, "em,q,b")).toEqual(["some", "soon", "early", "zone", "0", "slot"]);
  const attributes = handle.page.locator("#attributes");
  expect(await attributes.getAttribute("title")).toBe("written");
  expect(await attributes.getAttribute("class")).toBe("a");
  expect(await attributes.getAttribute("style")).toMatch(/^width: 9px;?$/);
  expect(await handle.page.title()).toBe("Shop");
  expect(await handle.page.getAttribute("meta[name=author]", "content")).toBe("Ada");
  expect(await handle.page.locator("input").first().inputValue()).toBe("7");
  expect(await handle.codes()).toEqual([]);
  release();
  await expectAll(handle);
});

test("a first frame stays as it is until the controller answers", async () => {
  const { handle, release } = await openSlow({ hasFrame: true });
  const asked = handle.page.waitForRequest("**/*.wasm");
  const before = await handle.html();
  await asked;
  expect(await handle.html()).toBe(before);
  release();
  await expectAll(handle);
});

test("what an event tells of a controller that is on its way waits for that", async () => {
  const { handle, release } = await openSlow();
  await handle.page.locator("#constant", { hasText: "10" }).waitFor();
  for (const name of ["add", "forward", "add"]) await handle.page.getByRole("button", { name }).click();
  expect(await handle.codes()).toEqual([]);
  release();
  await handle.page.locator("output", { hasText: "14" }).waitFor();
  expect(await texts(handle, "q")).toEqual(["12", "5", "2", "6"]);
  expect(await handle.codes()).toEqual([]);
});

test("what is entered while the controller is on its way, and what a form then holds that is reset, is data when it is there", async () => {
  const fields = await compileTestApp({
    "pages/home/index.html": `<form><input id="name" value="html" data-model="name"><button type="reset">reset</button></form>
      <input id="query" data-model="query" data-oninput="search"><input id="box" type="checkbox" data-model="isOn"><textarea data-model="about"></textarea>
      <output data-bind="all()"></output>`,
    "pages/home/controller.ts": `export let name = "Ada"; export let query = ""; export let isOn = false; export let about = "maths"; let found = "";
      export function start(): void { found = "nothing"; }
      export function search(): void { found = "for " + query; }
      export function all(): string { return [name, query, isOn, about, found].join(); }`,
  });
  const { handle, release } = await openSlow({}, fields);
  const { page } = handle;
  await page.locator("#name").fill("typed");
  await page.locator("#query").fill("tea");
  await page.locator("#box").check();
  await page.getByRole("button", { name: "reset" }).click();
  await page.locator("textarea").pressSequentially("music");
  expect(await page.locator("#name").inputValue()).toBe("html");
  release();
  await expect.poll(() => page.locator("output").textContent()).toBe("html,tea,true,mathsmusic,for tea");
  expect(await page.locator("#name").inputValue()).toBe("html");
  expect(await page.locator("#query").inputValue()).toBe("tea");
  expect(await page.locator("#box").isChecked()).toBe(true);
  expect(await page.locator("textarea").evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(10);
  expect(await handle.codes()).toEqual([]);
});
