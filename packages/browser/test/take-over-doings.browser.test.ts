// What the user and the browser have done in a first frame stays when the app takes it over.
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

async function open(html: string, controller = "", more: Record<string, string> = {}): Promise<TestPageHandle> {
  const app = await compileTestApp({
    ...more,
    "pages/home/index.html": html,
    ...(controller && { "pages/home/controller.ts": controller }),
    "assets/dot.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`,
  });
  return site.open(app, { hasFrame: true, isMounted: false });
}

const mount = ({ page }: TestPageHandle): Promise<void> => page.evaluate(() => testbed.mount());

test("the caret stays in the midst of a text, and what was typed is the app's", async () => {
  const handle = await open(
    `<input data-bind-value="draft" data-oninput="type($event.target.value)"><p data-bind="draft"></p>`,
    `export let draft = ""; export function type(value: string): void { draft = value; }`,
  );
  const field = handle.page.locator("input");
  await field.pressSequentially("milk");
  await field.press("ArrowLeft");
  await field.press("ArrowLeft");
  await mount(handle);
  await handle.page.keyboard.type("!");
  expect(await field.inputValue()).toBe("mi!lk");
  expect(await handle.page.locator("p").textContent()).toBe("mi!lk");
});

test("details that were opened stay open, and a box that was ticked stays ticked", async () => {
  const handle = await open(
    `<details data-onclick="note"><summary>more</summary>text</details><label><input type="checkbox" data-onclick="note">box</label><p data-bind="count"></p>`,
    `export let count = 0; export function note(): void { count++; }`,
  );
  const { page } = handle;
  await page.locator("summary").click();
  await page.getByText("box").click();
  await mount(handle);
  expect(await page.locator("details").getAttribute("open")).toBe("");
  expect(await page.locator("input").isChecked()).toBe(true);
  expect(await page.locator("p").textContent()).toBe("2");
});

test("a form is sent with the button that it was sent with", async () => {
  const handle = await open(
    `<form action="/sent"><button name="how" value="slow">slow</button><button name="how" value="fast">fast</button></form>`,
  );
  // Forms of an app that is a part of a page are sent nowhere.
  await handle.page.evaluate(() => document.querySelector("#app")?.setAttribute("data-rune-page", ""));
  await handle.page.getByRole("button", { name: "fast" }).click();
  await mount(handle);
  await expect.poll(() => handle.page.url()).toContain("/sent?how=fast");
});

test("files are not asked for again, and what was for the frame only goes", async () => {
  const handle = await open(
    `<meta name="description" content="A page"><img data-bind-src="image" alt="">`,
    `export let image = "asset:assets/dot.svg";`,
  );
  const { page } = handle;
  const changes = await page.evaluate(async () => {
    const meta = document.head.appendChild(document.createElement("meta"));
    Object.assign(meta, { name: "description", content: "A page" }).setAttribute("data-rune-frame", "");
    const sheet = document.head.appendChild(document.createElement("link"));
    Object.assign(sheet, { rel: "stylesheet", href: "/first-frame.css" }).setAttribute("data-rune-frame", "");
    const changed: (string | null)[] = [];
    const note = (all: MutationRecord[]): unknown => changed.push(...all.map(({ attributeName }) => attributeName));
    const observer = new MutationObserver(note);
    observer.observe(document.querySelector("img")!, { attributes: true });
    await testbed.mount();
    note(observer.takeRecords());
    return changed;
  });
  expect(changes).toEqual([]);
  expect(await page.locator("[data-rune-frame]").count()).toBe(0);
  expect(await page.locator("meta[name=description]").count()).toBe(1);
});

test("names, sizes, and what is wrong with a field are those of the nodes that stay", async () => {
  const handle = await open(
    `<input data-ref="outer"><button data-onclick="go">outside</button><p data-onresize="measure($event.detail.clientWidth)"></p>
     <output data-bind="width"></output><div data-use="box"></div>`,
    `export let width = 0; export function measure(given: number): void { width = given; }
     export function go(): void { rune.focus("outer"); }`,
    {
      "components/box.html": `<input data-ref="inner"><button data-onclick="go">inside</button>`,
      "components/box.ts": `export function go(): void { rune.focus("inner"); }`,
    },
  );
  const { page, codes } = handle;
  await mount(handle);
  await expect.poll(() => page.locator("output").textContent()).not.toBe("0");
  for (const [i, name] of ["outside", "inside"].entries()) {
    await page.getByRole("button", { name }).click();
    expect(
      await page
        .locator("input")
        .nth(i)
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
  }
  expect(await codes()).toEqual([]);

  const without = await open(`<input data-validity="problem">`, "", {
    "pages/home/data.json": `{ "problem": "not this" }`,
  });
  await mount(without);
  expect(await without.page.locator("input").evaluate((each: HTMLInputElement) => each.validationMessage)).toBe(
    "not this",
  );
});
