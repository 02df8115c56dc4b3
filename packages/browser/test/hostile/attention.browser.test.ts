// What the user types in the page around an app stays there, and nobody is held in the dialogs of an app.
import type { SealedPackage } from "@rune/archive";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "../harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "../harness/test-site.ts";

let site: TestSite;
let app: SealedPackage;
beforeAll(async () => {
  site = await createTestSite();
  app = await compileTestApp({
    "pages/home/index.html": `
      <input id="field" data-ref="field" data-model="text" data-onkeydown="hear($event.key)">
      <template data-if="isLate"><input autofocus data-onkeydown="hear($event.key)"></template>
      <dialog id="modal" data-onkeydown="hear($event.key)" data-onclose="reopen"><input autofocus></dialog>
      <dialog id="other" data-oncancel.prevent="swap"><input></dialog>
      <button data-onclick="ask">ask</button>`,
    "pages/home/controller.ts": `
      export let text = ""; export let isLate = false;
      let isGreedy = false;
      export function hear(key: string): void { rune.log_info(key); }
      export function reopen(): void { if (isGreedy) rune.show_overlay("modal"); }
      export function swap(): void { rune.hide_overlay("other"); rune.show_overlay("other"); }
      export function ask(): void { rune.show_overlay("modal"); }
      export function on_timer(): void { rune.show_overlay("modal"); }
      export function on_host_message(way: string): void {
        if (way === "focus") rune.focus("field");
        if (way === "autofocus") isLate = true;
        if (way === "page") rune.navigate("/other");
        if (way === "overlay") rune.show_overlay("modal");
        if (way === "swap") rune.show_overlay("other");
        if (way === "greedy") { isGreedy = true; rune.show_overlay("modal"); rune.set_interval("again", 5); }
      }`,
    "pages/other/index.html": `<main data-onkeydown="hear($event.key)"><a data-link="/">home</a></main>`,
    "pages/other/controller.ts": `export function hear(key: string): void { rune.log_info(key); }`,
  });
});
afterAll(() => site.close());

/** The page around the app has a field of each kind, and the one with this id has the focus. */
async function open(id: string): Promise<TestPageHandle> {
  const handle = await site.open(app);
  await handle.page.evaluate((wanted) => {
    const around = document.body.appendChild(document.createElement("section"));
    for (const tag of ["input", "textarea", "div", "button"]) {
      around.append(Object.assign(document.createElement(tag), { id: `their-${tag}` }));
    }
    const editor = around.querySelector("div") as HTMLElement;
    editor.contentEditable = "true";
    const shadow = around.appendChild(document.createElement("p")).attachShadow({ mode: "open" });
    shadow.append(Object.assign(document.createElement("input"), { id: "their-inner" }));
    const host = around.querySelector("p") as HTMLElement;
    host.id = "their-shadow";
    (wanted === "their-shadow"
      ? (shadow.firstElementChild as HTMLElement)
      : (document.querySelector(`#${wanted}`) as HTMLElement)
    ).focus();
  }, id);
  return handle;
}

/** Whether a dialog keeps the user from the page around the app. */
const isHeld = ({ page }: TestPageHandle): Promise<boolean> =>
  page.evaluate(() => document.querySelector(":modal") !== null);

const focused = ({ page }: TestPageHandle): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.id);

/** Tells the app to do something, and waits until it has. */
async function tell({ page }: TestPageHandle, way: string): Promise<void> {
  await page.evaluate(async (message) => {
    testbed.app?.send(message);
    // What shows overlays is loaded with the first.
    if (message === "page") await testbed.app?.navigate("/other");
  }, way);
}

const done: Readonly<Record<string, (handle: TestPageHandle) => Promise<unknown>>> = {
  focus: (handle) => handle.page.evaluate(() => new Promise(requestAnimationFrame)),
  autofocus: ({ page }) => page.locator("#app input").nth(1).waitFor(),
  page: ({ page }) => page.locator("#app main").waitFor(),
  overlay: async (handle) => {
    await expect.poll(() => handle.codes()).toEqual(["overlay_refused"]);
  },
};
const ways = Object.keys(done);

describe.each(["their-input", "their-textarea", "their-div", "their-shadow"])("while the user types in #%s", (id) => {
  test.each(ways)("it stays the one that is typed in: %s", async (way) => {
    const handle = await open(id);
    await tell(handle, way);
    await done[way]?.(handle);
    expect(await focused(handle)).toBe(id);
    await handle.page.keyboard.type("secret");
    expect(handle.log).toEqual([]);
  });
});

test.each(ways)("from a button of the page around it an app has the focus that it asks for: %s", async (way) => {
  const handle = await open("their-button");
  await tell(handle, way);
  await expect.poll(() => handle.page.evaluate(() => document.activeElement?.closest("#app") !== null)).toBe(true);
  await handle.page.keyboard.press("x");
  await expect.poll(() => handle.log).toEqual(["x"]);
});

test("who presses Escape three times is out of all dialogs, until something is done in the app", async () => {
  const handle = await open("their-button");
  const { page } = handle;
  await tell(handle, "greedy");
  await expect.poll(() => isHeld(handle)).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => isHeld(handle)).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => isHeld(handle)).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => handle.codes()).toContain("overlay_refused");
  expect(await isHeld(handle)).toBe(false);
  await page.click("#their-input");
  await page.keyboard.press("a");
  expect(await isHeld(handle)).toBe(false);
  expect(await page.inputValue("#their-input")).toBe("a");
  await page.locator("#app").getByRole("button", { name: "ask" }).click();
  await expect.poll(() => isHeld(handle)).toBe(true);
});

test("a dialog that is another one at each Escape holds nobody, either", async () => {
  const handle = await open("their-button");
  const { page } = handle;
  await tell(handle, "swap");
  await expect.poll(() => isHeld(handle)).toBe(true);
  for (let i = 0; i < 3; i++) await page.keyboard.press("Escape");
  await expect.poll(() => isHeld(handle)).toBe(false);
  await page.click("#their-input");
  expect(await focused(handle)).toBe("their-input");
});
