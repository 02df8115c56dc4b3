// The first frame that a build writes, and the app that takes it over.
import type { SealedPackage } from "@rune/archive";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let site: TestSite;
let app: SealedPackage;
let wanted: string;
beforeAll(async () => {
  site = await createTestSite();
  app = await compileTestApp(everything);
  wanted = await show(await site.open(app));
});
afterAll(() => site.close());

/** Everything that a view can have, of which some is not known before the controller runs. */
const everything = {
  "layout.html": `<header><a data-link="/" data-link-active="here">Home</a> <a data-link="/other">Other</a></header>
    <main data-outlet></main><footer data-bind="note">…</footer>`,
  "layout.ts": `export let note = "done";`,
  "pages/home/index.html": `<title data-bind="title">T</title>
    <h1 data-bind="title">Title</h1>
    <pre>

  two</pre>
    <p data-bind="hostile" data-bind-title="hostile"></p>
    <p data-bind="computed()">default</p>
    <p data-if="computed() == 'late'">late</p><p data-else>early</p>
    <p data-show="isHidden" style="color: red">hidden</p>
    <p class="a b" data-class-c="count == 1" data-bind-class="isHidden ? 'e' : 'd'" data-style-width="width">styled</p>
    <ul><li data-for="item in items" data-key="item.id"><b data-bind="item.name"></b><i data-if="item.done">done</i></li><li data-else>none</li></ul>
    <ul><template data-for="n in 3"><li data-bind="n"></li>text</template></ul>
    <ul><li data-for="item in items" data-key="computed() + item.id" data-bind="item.name"></li></ul>
    <table><tr data-for="item in items"><td data-bind="item.name"></td></tr></table>
    <input data-model="text"><input type="checkbox" data-model="isOn"><textarea data-model="long"></textarea>
    <select data-model="chosen"><option data-for="item in items" data-bind="item.name" data-bind-value="item.id"></option></select>
    <svg viewBox="0 0 10 10"><circle r="3" data-bind-cx="count"/></svg>
    <button id="inc" data-onclick="inc">+</button><output data-bind="count">0</output>
    <div data-use="box" data-prop-label="title"><em data-bind="count"></em></div>
    <div data-use="clock" data-prop-start="count"></div>
    <form data-onsubmit.prevent="send"><input id="field" name="q" data-bind-value="draft" data-oninput="type($event.target.value)" data-onkeydown.enter="key"><button>Send</button></form>
    <label><input type="radio" name="size" value="s" data-model="size">s</label><label><input type="radio" name="size" value="m" data-model="size">m</label>
    <input id="named" data-ref="named" data-onfocus="focused"><button id="focus" data-onclick="focus">focus</button>
    <input id="wrong" data-validity="count == 1 ? computed() : ''" value="w"><input id="waiting" disabled data-validity="title">
    <p id="seen"><u data-bind="size"></u> <u data-bind="text"></u> <u data-bind="isOn"></u> <u data-bind="chosen"></u></p>
    <ol><li data-for="line in log" data-bind="line"></li></ol>`,
  "pages/home/controller.ts": `
    export let title = "A & B";
    export let hostile = "</p><script>alert(1)</script> --> \\"' <!--";
    export let isHidden = false;
    export let isOn = true;
    export let count = 1;
    export let width = "10px";
    export let text = "x";
    export let long = "\\nline";
    export let chosen = 2;
    export let size = "s";
    export function focus(): void { rune.focus("named"); }
    export function focused(): void { log.push("focus"); }
    export let draft = "";
    export let items: { id: number; name: string; done: boolean }[] = [];
    export let log: string[] = [];
    export function computed(): string { return Date.now() > 0 ? "late" : "never"; }
    export function inc(): void { count++; log.push("inc"); }
    export function type(value: string): void { draft = value; log.push(value); }
    export function key(): void { log.push("key " + draft); }
    export function send(): void { log.push("send " + draft); }`,
  "pages/home/data.json": `{ "items": [{ "id": 1, "name": "one", "done": true }, { "id": 2, "name": "two", "done": false }] }`,
  "pages/other/index.html": `<h1>Other</h1>`,
  "components/box.html": `<section><h2 data-bind="label"></h2><slot>nothing</slot></section>`,
  "components/clock.html": `<p><b data-bind="start"></b> <button class="tick" data-onclick="forward">tick</button> <span data-bind="time">?</span></p>`,
  "components/clock.ts": `export let start = 0; export let time = 5; export function forward(): void { time++; }`,
};

/** What a page shows, without what only its markup can say. */
async function show({ page }: TestPageHandle): Promise<string> {
  return page.evaluate(() => {
    const element = document.querySelector("#app") as Element;
    const fields = Array.from(
      element.querySelectorAll<HTMLInputElement>("input,textarea,select"),
      (field) => `${field.value} ${field.checked}`,
    );
    const markup = element.innerHTML.replaceAll(/(?: [\w-]+="[^"]*")+/g, (all) =>
      (all.match(/ [\w-]+="[^"]*"/g) ?? []).sort().join(""),
    );
    return markup + fields.join();
  });
}

test("the app keeps the nodes of its first frame, and then shows what it shows without one", async () => {
  const framed = await site.open(app, { hasFrame: true, isMounted: false });
  const { page } = framed;
  expect(await page.locator("script").count()).toBe(2);
  const kept = await page.evaluate(async () => {
    const element = document.querySelector("#app") as Element;
    const before = [...element.querySelectorAll("*")];
    await testbed.mount();
    const after = [...element.querySelectorAll("*")];
    const print = (all: readonly Element[]): string[] => all.map((each) => each.outerHTML);
    return {
      lost: print(before.filter((each) => !each.isConnected)),
      added: print(after.filter((each) => !before.includes(each))),
    };
  });
  // Nothing is lost, and only that comes which the build could not know.
  expect(kept).toEqual({ lost: [], added: ["<p>late</p>"] });
  expect(await show(framed)).toBe(wanted);
  const problemOf = (id: string): Promise<string> =>
    page.locator(id).evaluate((field: HTMLInputElement) => {
      field.disabled = false;
      return field.validationMessage;
    });
  expect(await problemOf("#wrong")).toBe("late");
  await page.locator("#inc").click();
  expect(await page.locator("output").textContent()).toBe("2");
  expect(await problemOf("#waiting")).toBe("A & B");
  expect(await problemOf("#wrong")).toBe("");
  await page.locator(".tick").click();
  expect(await page.locator("span").textContent()).toBe("6");
  // What does not bubble is heard, and names lead to the nodes that show.
  await page.locator("#focus").click();
  expect(await page.locator("ol li").last().textContent()).toBe("focus");
  expect(framed.complaints).toEqual({ errors: [], violations: [] });
});

test("what was done before the app could hear of it happens once, in order, when it can", async () => {
  const { page, complaints } = await site.open(app, { hasFrame: true, isMounted: false });
  for (let i = 0; i < 3; i++) await page.locator("#inc").click();
  await page.locator("input").nth(1).uncheck();
  await page.locator("select").selectOption("1");
  await page.locator("[value=m]").check();
  await page.locator("input").first().fill("typed");
  await page.locator("#field").pressSequentially("milk");
  await page.locator("#field").press("Enter");
  expect(await page.locator("output").textContent()).toBe("1");
  await page.evaluate(() => testbed.mount());
  expect(await page.locator("output").textContent()).toBe("4");
  expect(await page.locator("#seen").textContent()).toBe("m typed false 1");
  const milk = ["m", "mi", "mil", "milk", "key milk", "send milk"];
  expect(await page.locator("ol li").allTextContents()).toEqual(["inc", "inc", "inc", ...milk]);
  const field = page.locator("#field");
  expect(
    await field.evaluate((each: HTMLInputElement) => [each === document.activeElement, each.selectionStart]),
  ).toEqual([true, 4]);
  await page.keyboard.type("!");
  expect(await field.inputValue()).toBe("milk!");
  await page.locator("#inc").click();
  expect(await page.locator("output").textContent()).toBe("5");
  expect(complaints).toEqual({ errors: [], violations: [] });
  // Nothing listens any more for what an app cannot hear yet.
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", { expression: "window" });
  const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
  expect(listeners.map(({ type }) => type)).not.toContain("submit");
});

test("a page that others have changed becomes what the app shows", async () => {
  const framed = await site.open(app, { hasFrame: true, isMounted: false });
  await framed.page.evaluate(async () => {
    const element = document.querySelector("#app") as Element;
    element.querySelector("li")?.remove();
    element.querySelector("table")?.replaceChildren();
    element.querySelector("h1")?.before("text", document.createElement("aside"), document.createComment("x"));
    element.querySelector("output")?.replaceWith(document.createElement("span"));
    for (const each of element.querySelectorAll("p")) each.setAttribute("data-extension", "");
    for (const each of element.querySelectorAll("b")) each.textContent = "translated";
    element.append(element.firstChild as Node);
    await testbed.mount();
  });
  expect(await show(framed)).toBe(wanted);
  await framed.page.locator("#inc").click();
  expect(await framed.page.locator("output").textContent()).toBe("2");
});

test("links of the first frame are the browser's, and later the app's", async () => {
  const { page } = await site.open(app, { hasFrame: true, isMounted: false });
  const asked = page.waitForRequest(`${site.origin}/other`);
  await page.locator("text=Other").click();
  await asked;
  const later = await site.open(app, { hasFrame: true });
  await later.page.locator("text=Other").click();
  await later.page.locator("h1:text('Other')").waitFor();
  expect(later.requests.filter((path) => path === "/other")).toEqual([]);
  expect(await later.page.locator("footer").textContent()).toBe("done");
});

test("a form that was reset before is reset once the app can hear of it, and its data follows", async () => {
  const form = await compileTestApp({
    "pages/home/index.html": `<form><input value="html" data-model="name"><button type="reset">reset</button></form><output data-bind="name"></output>`,
    "pages/home/controller.ts": `export let name = "Ada";`,
  });
  const { page, complaints } = await site.open(form, { hasFrame: true, isMounted: false });
  await page.locator("input").fill("typed");
  await page.getByRole("button").click();
  await page.evaluate(() => testbed.mount());
  await expect.poll(() => page.locator("output").textContent()).toBe("html");
  expect(await page.locator("input").inputValue()).toBe("html");
  expect(complaints).toEqual({ errors: [], violations: [] });
});

test("a form whose fields have names of its own members stays, with what was done in it", async () => {
  const names = "id attributes remove style options value form validity children elements";
  const fields = names.split(" ").map((name) => `<input name="${name}">`);
  const form = await compileTestApp({
    "pages/home/index.html": `<form id="kept" data-bind-title="title" data-onsubmit.prevent="send">${fields.join("")}<button>Send</button></form>
      <form data-onsubmit.prevent="send"><input name="closest"></form><form data-onsubmit.prevent="send"><input name="requestSubmit"></form>
      <output data-bind="sent"></output>`,
    "pages/home/controller.ts": `export let title = ""; export let sent = 0;
      export function start(): void { title = "late"; }
      export function send(): void { sent++; }`,
  });
  const { page, complaints, codes } = await site.open(form, { hasFrame: true, isMounted: false });
  const button = page.locator("#kept button");
  const field = page.locator("#kept input").first();
  await button.click();
  for (const name of ["closest", "requestSubmit"]) await page.locator(`[name=${name}]`).press("Enter");
  await field.fill("typed");
  const isKept = await page.evaluate(async () => {
    const forms = [...document.forms];
    // Nothing of the app is like this one.
    document.querySelector("#app")?.append(forms[0]?.cloneNode(true) as Node);
    await testbed.mount();
    return [...document.forms].every((each, i) => each === forms[i]) && document.activeElement === forms[0]?.[0];
  });
  expect(isKept).toBe(true);
  expect(await page.locator("form").evaluateAll((all) => all.map((each) => each.getAttribute("title")))).toEqual([
    "late",
    null,
    null,
  ]);
  expect(await field.inputValue()).toBe("typed");
  expect(await page.locator("output").textContent()).toBe("3");
  await button.click();
  expect(await page.locator("output").textContent()).toBe("4");
  expect(await codes()).toEqual([]);
  expect(complaints).toEqual({ errors: [], violations: [] });
});

test("what shows in components later shows, whatever places the first frame had", async () => {
  const changing = await compileTestApp({
    "pages/home/index.html": `<p data-if="isLate">late</p><div data-for="n in 2"><u data-use="box"><s data-if="isLate">slot</s></u><u data-use="box"></u></div><u data-use="plain"></u>`,
    "pages/home/controller.ts": `export let isLate = false; export function start(): void { isLate = Date.now() > 0; }`,
    "components/box.html": `<button data-onclick="open">open</button><b data-if="isOpen">first</b><i data-for="n in count" data-bind="n"></i>text
      <u data-if="isOpen" data-use="plain"></u><slot></slot>`,
    "components/box.ts": `export let isOpen = false; export let count = 0; export function open(): void { isOpen = !isOpen; count = isOpen ? 2 : 0; }`,
    "components/plain.html": `<q data-if="true">plain</q>`,
  });
  const open = async (hasFrame: boolean): Promise<string[]> => {
    const handle = await site.open(changing, { hasFrame });
    const { page } = handle;
    const steps = [await show(handle)];
    for (const count of [4, 0]) {
      for (const button of await page.locator("button").all()) await button.click();
      expect(await page.locator("b").count()).toBe(count);
      steps.push(await show(handle));
    }
    expect(handle.complaints).toEqual({ errors: [], violations: [] });
    return steps;
  };
  const steps = await open(false);
  expect(steps[0]).toContain("<s>slot</s>");
  expect(await open(true)).toEqual(steps);
});
