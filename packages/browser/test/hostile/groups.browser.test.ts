// Radio buttons and `<details>` of an app are in no group of the page around it, nor of another app.
import type { SealedPackage } from "@rune/archive";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "../harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "../harness/test-site.ts";

let site: TestSite;
let app: SealedPackage;
beforeAll(async () => {
  site = await createTestSite();
  app = await compileTestApp({
    "pages/home/index.html": `
      <input id="one" type="radio" name="choice" value="1" checked data-onchange="hear($event.target.name)">
      <input id="two" type="RADIO" name="choice" value="2" data-bind-checked="isTwo" data-onchange="hear($event.target.name)">
      <input id="late" data-bind-name="name" data-bind-type="type" value="3" data-bind-checked="isLate">
      <template data-if="isOpen"><input id="more" type="radio" name="choice" value="4" checked></template>
      <details id="first" name="group" open><summary>first</summary>a</details>
      <details id="second" name="group" data-bind-open="isOpen"><summary>second</summary>b</details>
      <form id="form" data-onsubmit.prevent="send"><input type="radio" name="choice" value="own" checked><input name="text" value="t"></form>
      <input id="joined" value="5" name="plain">
      <button data-onclick="open">open</button><button data-onclick="join">join</button><output data-bind="heard"></output>`,
    "pages/home/controller.ts": `
      export let isTwo = false; export let isLate = false; export let isOpen = false; export let heard = "";
      export let name = "late"; export let type = "text";
      export function hear(field: string): void { heard += field + " "; }
      export function open(): void { isOpen = true; isTwo = true; name = "choice"; type = "radio"; isLate = true; }
      export function join(): void {
        rune.update_view("joined", { name: "choice" });
        rune.update_view("joined", { type: "radio", checked: true });
        rune.update_view("first", { name: "theirs" });
        rune.update_view("first", { open: null });
        rune.update_view("first", { open: true });
      }
      export function send(): void { heard += "sent "; }`,
  });
});
afterAll(() => site.close());

/** The page around the app has groups of the same names. */
async function open(): Promise<TestPageHandle> {
  const handle = await site.open(app, { isMounted: false, beside: app });
  await handle.page.evaluate(async () => {
    const host = document.createElement("section");
    host.id = "around";
    const add = (tag: string, attributes: Record<string, string>): void => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      host.append(element);
    };
    for (const name of ["choice", "late", "plain"]) add("input", { type: "radio", name, value: name, checked: "" });
    for (const name of ["group", "theirs"]) add("details", { id: `their-${name}`, name, open: "" });
    document.body.prepend(host);
    await testbed.mount();
    await testbed.mountBeside();
  });
  return handle;
}

/** What is chosen and open. */
const look = ({ page }: TestPageHandle, within: string): Promise<string> =>
  page.evaluate((selector) => {
    const chosen = [...document.querySelectorAll<HTMLInputElement>(`${selector} [type=radio i]`)];
    const opened = [...document.querySelectorAll<HTMLDetailsElement>(`${selector} details`)];
    return [
      ...chosen.filter((each) => each.checked).map((each) => each.value),
      ...opened.map((each) => each.open),
    ].join();
  }, within);

const untouched = "choice,late,plain,true,true";
const press = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.locator("#app").getByRole("button", { name }).click();

test("what an app chooses and opens by itself changes nothing around it", async () => {
  const handle = await open();
  expect(await look(handle, "#around")).toBe(untouched);
  expect(await look(handle, "#app")).toBe("1,own,true,false");
  expect(await look(handle, "#beside")).toBe("1,own,true,false");
  await press(handle, "open");
  expect(await look(handle, "#app")).toBe("4,own,false,true");
  await press(handle, "join");
  expect(await look(handle, "#around")).toBe(untouched);
  expect(await look(handle, "#beside")).toBe("1,own,true,false");
  expect(await look(handle, "#app")).toBe("own,5,true,true");
  expect(await handle.codes()).toEqual([]);
});

test("clicks and arrow keys stay in the groups of the app, and handlers hear the names that the author wrote", async () => {
  const handle = await open();
  const { page } = handle;
  await page.locator("#app #two").click();
  expect(await look(handle, "#app")).toBe("2,own,true,false");
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]) {
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.closest("#app") !== null)).toBe(true);
  }
  await page.locator("#app #second summary").click();
  expect(await look(handle, "#app")).toMatch(/false,true$/);
  expect(await look(handle, "#around")).toBe(untouched);
  expect(await look(handle, "#beside")).toBe("1,own,true,false");
  expect((await page.locator("#app output").textContent())?.trim().split(" ")).toEqual(Array(5).fill("choice"));
});

test("a form sends the names that the author wrote", async () => {
  const { page } = await open();
  const sent = await page.evaluate(() => [...new FormData(document.querySelector("#app form") as HTMLFormElement)]);
  expect(sent).toEqual([
    ["choice", "own"],
    ["text", "t"],
  ]);
});

test("an app that has the page to itself keeps its names", async () => {
  const handle = await site.open(app, { isMounted: false });
  await handle.page.evaluate(() => {
    document.querySelector("#app")?.setAttribute("data-rune-page", "");
    return testbed.mount();
  });
  expect(await handle.page.locator("[name=choice]").count()).toBe(3);
});

test("the fields of an app that is moved into a form later are none of that form's", async () => {
  const { page } = await open();
  await page.evaluate(() => {
    const form = document.createElement("form");
    form.id = "later";
    const element = document.querySelector("#app") as Element;
    element.before(form);
    const send = Object.assign(document.createElement("button"), { id: "send" });
    form.append(element, Object.assign(document.createElement("input"), { name: "theirs" }), send);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      document.title = [...new FormData(form).keys()].join();
    });
  });
  await page.locator("#send").click();
  expect(await page.title()).toBe("theirs");
  // What comes later is none of it either.
  await page.locator("#app").getByRole("button", { name: "open" }).click();
  await page.locator("#more").waitFor();
  expect(
    await page.evaluate(() => [...new FormData(document.querySelector("#later") as HTMLFormElement).keys()]),
  ).toEqual(["theirs"]);
  expect(await page.evaluate(() => document.querySelector<HTMLInputElement>("#more")?.form)).toBeNull();
});
