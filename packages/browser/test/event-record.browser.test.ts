// What handlers are told of an event.
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

async function open(html: string, controller: string): Promise<TestPageHandle> {
  return site.open(
    await compileTestApp({
      "pages/home/index.html": `${html}<output data-bind="said"></output>`,
      "pages/home/controller.ts": `export let said = ""; ${controller}`,
    }),
  );
}

const said = ({ page }: TestPageHandle): Promise<string | null> => page.locator("output").textContent();

test("every field that there is", async () => {
  const handle = await open(
    `<button id="b" name="n" value="v" data-onclick="click($event.type, $event.button, $event.clientX, $event.clientY, $event.altKey, $event.ctrlKey, $event.metaKey, $event.shiftKey, $event.target.id, $event.target.name, $event.target.value)">go</button>
     <input id="k" data-onkeydown="key($event.key, $event.code, $event.altKey, $event.ctrlKey, $event.metaKey, $event.shiftKey)">`,
    `export function click(type: string, button: number, x: number, y: number, alt: boolean, ctrl: boolean, meta: boolean, shift: boolean, id: string, name: string, value: string): void {
       said = [type, button, x, y, alt, ctrl, meta, shift, id, name, value].join(" ");
     }
     export function key(key: string, code: string, alt: boolean, ctrl: boolean, meta: boolean, shift: boolean): void {
       said = [key, code, alt, ctrl, meta, shift].join(" ");
     }`,
  );
  const { page } = handle;
  await page.locator("#b").evaluate((button) => {
    const held = { altKey: true, ctrlKey: false, metaKey: true, shiftKey: true };
    button.dispatchEvent(new MouseEvent("click", { bubbles: true, button: 1, clientX: 12, clientY: 34, ...held }));
    return button;
  });
  expect(await said(handle)).toBe("click 1 12 34 true false true true b n v");
  for (const [held, states] of [
    ["Alt", "true false false false"],
    ["Control", "false true false false"],
    ["Meta", "false false true false"],
    ["Shift", "false false false true"],
  ] as const) {
    await page.locator("#k").press(`${held}+F9`);
    expect(await said(handle)).toBe(`F9 F9 ${states}`);
  }
});

test("details that hold themselves end", async () => {
  const handle = await open(
    `<p id="p" data-on-note="take($event.detail.name)"></p>`,
    `export function take(name: string): void { said = name; }`,
  );
  await handle.page.locator("#p").evaluate((node) => {
    const detail: Record<string, unknown> = { name: "Ada" };
    detail["self"] = detail;
    node.dispatchEvent(new CustomEvent("note", { detail }));
  });
  expect(await said(handle)).toBe("Ada");
  expect(await handle.codes()).toEqual([]);
});

test("an element that an earlier handler took away hears no more", async () => {
  const handle = await open(
    `<div data-onclick="note('around')"><p data-if="isOpen" data-onclick="note('gone')"><button data-onclick="close">close</button></p></div>`,
    `export let isOpen = true; export function close(): void { isOpen = false; said += "closed "; }
     export function note(what: string): void { said += what; }`,
  );
  await handle.page.getByRole("button").click();
  expect(await said(handle)).toBe("closed around");
});
