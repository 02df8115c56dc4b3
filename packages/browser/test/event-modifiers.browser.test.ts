import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const controller = `
  export const log: string[] = [];
  export function note(what: string): void { log.push(what); }`;

async function open(html: string): Promise<TestPageHandle> {
  const files = {
    "pages/home/index.html": `${html}<output data-for="each in log" data-bind="each"></output>`,
    "pages/home/controller.ts": controller,
  };
  return site.open(await compileTestApp(files));
}

const log = ({ page }: TestPageHandle): Promise<string[]> => page.locator("output").allTextContents();

/** From now on time goes only as the test says. */
async function stopClock({ page }: TestPageHandle): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
}

test("listeners that capture come first, passive ones prevent nothing", async () => {
  const handle = await open(
    `<div data-onclick="note('outside')" data-onclick.capture="note('capture')"><button data-onclick="note('inside')">go</button></div>
     <p data-onwheel.passive="note('wheel')">scroll</p>`,
  );
  await handle.page.getByRole("button").click();
  expect(await log(handle)).toEqual(["capture", "inside", "outside"]);
});

test("keys by letter, and keys that are held down", async () => {
  const handle = await open(
    `<input data-onkeydown.ctrl.s.prevent="note('save')" data-onkeydown.s="note('s')" data-onkeydown.f2="note('rename')">
     <button data-onclick.shift="note('more')">go</button>`,
  );
  const { page } = handle;
  await page.locator("input").focus();
  await page.keyboard.press("Control+s");
  await page.keyboard.press("Shift+S");
  await page.keyboard.press("F2");
  await page.getByRole("button").click();
  await page.getByRole("button").click({ modifiers: ["Shift"] });
  expect(await log(handle)).toEqual(["save", "s", "s", "rename", "more"]);
});

test("keys by the names of signs", async () => {
  const signs = ["slash", "question", "plus", "minus", "equals", "period", "comma", "bracket-left", "bracket-right"];
  const { page, ...rest } = await open(
    `<input ${signs.map((sign) => `data-onkeydown.${sign}.prevent="note('${sign}')"`).join(" ")} data-onkeydown.!="note('!')">`,
  );
  await page.locator("input").focus();
  for (const key of "/?+-=.,[]!a") await page.keyboard.press(key);
  expect(await log({ page, ...rest })).toEqual([...signs, "!"]);
  expect(await page.locator("input").inputValue()).toBe("!a");
});

test("handlers that wait, and handlers that pause", async () => {
  const handle = await open(
    `<input id="d" data-oninput.debounce-300="note($event.target.value)"><input id="t" data-oninput.throttle-300="note($event.target.value)">`,
  );
  const { page } = handle;
  await stopClock(handle);
  await page.locator("#d").pressSequentially("abc");
  expect(await log(handle)).toEqual([]);
  await page.clock.runFor(310);
  expect(await log(handle)).toEqual(["abc"]);
  await page.locator("#t").pressSequentially("xyz");
  expect(await log(handle)).toEqual(["abc", "x"]);
  await page.clock.runFor(310);
  expect(await log(handle)).toEqual(["abc", "x", "xyz"]);
  await page.clock.runFor(310);
  await page.locator("#t").pressSequentially("!");
  expect(await log(handle)).toEqual(["abc", "x", "xyz", "xyz!"]);
});

test("what waits for an element that has gone does not run", async () => {
  const handle = await open(
    `<div data-if="log.length < 3"><input id="t" data-oninput.throttle-300="note($event.target.value)"><input id="d" data-oninput.debounce-300="note($event.target.value)">
     <button data-onclick="note('go')">go</button></div>`,
  );
  const { page } = handle;
  await stopClock(handle);
  await page.locator("#t").pressSequentially("ab");
  await page.locator("#d").pressSequentially("c");
  for (let i = 0; i < 2; i++) await page.getByRole("button").click();
  expect(await page.locator("input").count()).toBe(0);
  await page.clock.runFor(1000);
  expect(await log(handle)).toEqual(["a", "go", "go"]);
});

test("listeners that prevent nothing do not hold up the browser", async () => {
  const { page } = await open(
    `<p id="asked" data-onclick.passive="note('')"></p><p id="touched" data-ontouchmove="note('')"></p>
     <p id="turned" data-onwheel="note('')"></p><p id="held" data-onwheel.prevent="note('')"></p>`,
  );
  const session = await page.context().newCDPSession(page);
  const isPassive = async (id: string): Promise<boolean[]> => {
    const { result } = await session.send("Runtime.evaluate", { expression: `document.getElementById("${id}")` });
    const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
    return listeners.map(({ passive }) => passive);
  };
  expect(await isPassive("asked")).toEqual([true]);
  expect(await isPassive("touched")).toEqual([true]);
  expect(await isPassive("turned")).toEqual([true]);
  expect(await isPassive("held")).toEqual([false]);
});

test("custom events by their own names", async () => {
  const handle = await open(`<div id="host" data-on-itemSaved="note($event.detail.name)"></div>`);
  await handle.page
    .locator("#host")
    .evaluate((node) => node.dispatchEvent(new CustomEvent("itemSaved", { detail: { name: "a" } })));
  expect(await log(handle)).toEqual(["a"]);
});
