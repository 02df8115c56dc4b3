import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** Fields of every kind whose data any handler may have changed, for all that is known outside of the controller. */
const fields = `
  <input id="on" type="checkbox" data-model="d.on">
  <input id="blue" type="checkbox" value="blue" data-model="d.colours">
  <input id="two" type="radio" name="size" value="2" data-model="d.size">
  <select id="letter" data-model="d.letter"><option>x</option><option>y</option></select>
  <select id="likes" multiple data-model="d.likes"><option>tea</option><option>rum</option></select>
  <input id="files" type="file" data-model="d.files">
  <input id="colour" type="color" data-model="d.colour">
  <input id="level" type="range" max="10" data-model="d.level">
  <input id="born" type="date" data-model="d.born">
  <input id="about" data-model="d.about">
  <textarea id="city" data-model.lazy="d.city"></textarea>
  <input id="age" type="number" data-model.lazy="d.age">`;

const controller = `
  const empty = {
    on: false, colours: ["red"], size: 1, letter: "x", likes: [] as string[], files: [] as { name: string }[], colour: "#000000", level: 3,
    born: "1815-12-10", about: "", city: "", age: 36,
  };
  export let d = { ...empty };
  export let heard = 0;
  export let seen = "";
  export function note() { heard++; seen = dump(); }
  export function dump(): string {
    return \`\${d.on} \${d.colours.join("+")} \${d.size} \${d.letter} \${d.likes.join("+")} \${d.files.map((each) => each.name).join()} \${d.colour} \${d.level} \${d.born} \${d.about} \${d.city} \${d.age}\`;
  }`;

async function enterAll({ page }: TestPageHandle): Promise<void> {
  await page.locator("#on").check();
  await page.locator("#blue").check();
  await page.locator("#two").check();
  await page.locator("#letter").selectOption("y");
  await page.locator("#likes").selectOption(["tea", "rum"]);
  await page.locator("#files").setInputFiles([{ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("abc") }]);
  await page.locator("#colour").fill("#ff0000");
  await page.locator("#level").fill("8");
  await page.locator("#born").fill("1906-12-09");
  await page.locator("#about").pressSequentially("so");
  await page.locator("#city").pressSequentially("Oslo");
  await page.locator("#age").pressSequentially("5");
  await page.locator("#on").focus();
}

const entered = "true red+blue 2 y tea+rum a.txt #ff0000 8 1906-12-09 so Oslo 365";

test.each([
  ["input, at the form", `<form data-oninput="note">${fields}</form>`],
  ["change, at the form", `<form data-onchange="note">${fields}</form>`],
  ["input before the fields", `<form data-oninput.capture="note">${fields}</form>`],
  ["change before the fields", `<form data-onchange.capture="note">${fields}</form>`],
  ["input, at each", fields.replaceAll(/(data-model[^>]*)/g, `data-oninput="note" $1`)],
])("a handler of %s undoes nothing that the user enters", async (_, html) => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `${html}<output data-bind="dump()"></output><p data-bind="heard"></p>`,
      "pages/home/controller.ts": controller,
    }),
  );
  await enterAll(handle);
  expect(await handle.page.locator("output").textContent()).toBe(entered);
  expect(Number(await handle.page.locator("p").textContent())).toBeGreaterThan(5);
  expect(await handle.page.locator("#letter").inputValue()).toBe("y");
  expect(await handle.codes()).toEqual([]);
});

test("handlers of the event that a choice is made with find it made", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<form data-oninput="note">${fields}</form><p data-bind="seen"></p>`,
      "pages/home/controller.ts": controller,
    }),
  );
  const seen = (): Promise<string | null> => handle.page.locator("p").textContent();
  await handle.page.locator("#letter").selectOption("y");
  expect(await seen()).toContain("red 1 y");
  await handle.page.locator("#two").check();
  expect(await seen()).toContain("red 2 y");
});

test("a choice of which only `change` tells is taken as well", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `${fields}<output data-bind="dump()"></output>`,
      "pages/home/controller.ts": controller,
    }),
  );
  await handle.page.locator("#letter").evaluate((select: HTMLSelectElement) => {
    select.value = "y";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(await handle.page.locator("output").textContent()).toContain("red 1 y");
});

test("what a handler of `input` makes of a choice stays at `change`", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<select data-model="letter" data-oninput="refuse"><option>x</option><option>y</option></select><output data-bind="letter"></output>`,
      "pages/home/controller.ts": `export let letter = "x"; export function refuse() { letter = "none"; }`,
    }),
  );
  await handle.page.locator("select").selectOption("y");
  expect(await handle.page.locator("output").textContent()).toBe("none");
});

test("while a text is typed that is assigned later, the data that changes meanwhile still shows", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<input data-model.lazy="d.city" data-onkeydown.escape="clear">`,
      "pages/home/controller.ts": `export const d = { city: "Oslo" }; export function clear() { d.city = "-"; }`,
    }),
  );
  const input = handle.page.locator("input");
  await input.press("End");
  await input.pressSequentially("!");
  await input.press("Escape");
  expect(await input.inputValue()).toBe("-");
});

test.each([
  ["change", "check", `<input type="checkbox" data-model="t.done">`],
  ["change", "check", `<input type="radio" value="true" data-model="t.done">`],
  ["change", "selectOption", `<select data-model="t.done"><option>false</option><option>true</option></select>`],
  ["change", "fill", `<input data-model.lazy="t.done">`],
  ["input", "fill", `<input data-model="t.done">`],
])("handlers of %s hear of what takes its own row away: %s in %s", async (type, action, field) => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<form data-on${type}="note"><div data-for="t in tasks" data-key="t.id"><p data-if="t.done != 'true' && t.done != true" data-on${type}="hear(t.id)">${field}</p></div></form>
        <output data-bind="heard"></output><i data-bind="noted"></i>`,
      "pages/home/controller.ts": `
        interface Task { id: number; done: string | boolean }
        export const tasks: Task[] = [{ id: 1, done: ${field.includes("checkbox") ? "false" : '"false"'} }, { id: 2, done: ${field.includes("checkbox") ? "false" : '"false"'} }];
        export let heard = ""; export let noted = 0;
        export function hear(id: number) { heard += id; }
        export function note() { noted++; }`,
    }),
  );
  const { page } = handle;
  const first = page.locator("p > *").first();
  if (action === "check") await first.click();
  else if (action === "selectOption") await first.selectOption("true");
  else {
    await first.fill("true");
    if (type === "change") await first.press("Enter");
  }
  expect(await page.locator("output").textContent()).toBe("1");
  expect(await page.locator("i").textContent()).toBe("1");
  expect(await page.locator("p").count()).toBe(1);
  expect(await handle.codes()).toEqual([]);
});

test("a script that tells of a choice with `input` only has it shown", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<input type="checkbox" data-model="on"><p data-bind="on"></p>`,
      "pages/home/controller.ts": `export let on = false;`,
    }),
  );
  await handle.page.locator("input").evaluate((box: HTMLInputElement) => {
    box.checked = true;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect.poll(() => handle.page.locator("p").textContent()).toBe("true");
});

const renewing = `
  export let d = { on: false, size: "s" };
  export function renew() { d = { ...d }; }`;

test.each([
  ["a check box", `<input id="x" type="checkbox" data-model="d.on">`, "on: true"],
  ["a check box and its label", `<label id="x">on <input type="checkbox" data-model="d.on"></label>`, "on: true"],
  [
    "a radio button",
    `<input type="radio" name="size" value="s" data-model="d.size"><input id="x" type="radio" name="size" value="m" data-model="d.size">`,
    "size: m",
  ],
])("a click on %s around which a handler makes the data anew stays what it is", async (_, html, expected) => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<div data-onclick="renew">${html}</div><p>on: <b data-bind="d.on"></b>, size: <b data-bind="d.size"></b></p>`,
      "pages/home/controller.ts": renewing,
    }),
  );
  await handle.page.locator("#x").click();
  expect(await handle.page.locator("p").textContent()).toContain(expected);
  expect(await handle.page.locator("input:checked").count()).toBe(1);
});

test("a click that a handler prevents leaves the choice as the data has it", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<div data-onclick.prevent="swap"><input type="checkbox" data-model="d.on"></div><p data-bind="d.on"></p>`,
      "pages/home/controller.ts": `export let d = { on: false }; export function swap() { d = { on: !d.on }; }`,
    }),
  );
  await handle.page.locator("input").click();
  await expect.poll(() => handle.page.locator("input").isChecked()).toBe(true);
  expect(await handle.page.locator("p").textContent()).toBe("true");
});

test("a script that tells with `change` only is heard, whatever it has told with `input`", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<input data-model="name"><output data-bind="name"></output><button data-onclick="rename">go</button>`,
      "pages/home/controller.ts": `export let name = ""; export function rename() { name = "data"; }`,
    }),
  );
  const { page } = handle;
  const tell = (type: string, value: string): Promise<void> =>
    page.locator("input").evaluate(
      (input: HTMLInputElement, [given, text]) => {
        input.value = text ?? "";
        input.dispatchEvent(new Event(given ?? "", { bubbles: true }));
      },
      [type, value],
    );
  const output = (): Promise<string | null> => page.locator("output").textContent();
  await tell("input", "one");
  expect(await output()).toBe("one");
  await tell("change", "two");
  expect(await output()).toBe("two");
  await tell("input", "one");
  await page.locator("button").click();
  expect(await page.locator("input").inputValue()).toBe("data");
  await tell("change", "one");
  expect(await output()).toBe("one");
});

test("a field that was left while a text was made shows the data again", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<input data-model="name"><p contenteditable data-model="name"></p><button data-onclick="rename">go</button>`,
      "pages/home/controller.ts": `export let name = "Ada"; let count = 0; export function rename() { name = "Grace " + ++count; }`,
    }),
  );
  const { page } = handle;
  for (const selector of ["input", "p"]) {
    await page.locator(selector).evaluate((field: HTMLInputElement) => {
      field.focus();
      field[field.localName === "p" ? "textContent" : "value"] = "ni";
      field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    });
    await page.locator("button").dispatchEvent("click");
    expect(await page.locator(selector).evaluate((field: HTMLInputElement) => field.value ?? field.textContent)).toBe(
      "ni",
    );
    // No event says that the text is done.
    await page.locator("button").click();
    expect(await page.locator("input").inputValue()).toMatch(/^Grace/);
    expect(await page.locator("p").textContent()).toMatch(/^Grace/);
  }
});

test.each([
  ["an empty list of numbers", "number[]", "[]", "1,2 numbers"],
  ["an empty list of texts", "string[]", "[]", "1,2 texts"],
  ["no list", "number[] | null", "null", "1,2 numbers"],
])("several choices go into %s", async (_, type, initial, expected) => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<select multiple data-model="d.several"><option value="1">one</option><option value="2">two</option></select>
        <input type="checkbox" value="1" data-model="d.boxes"><input type="checkbox" value="2" data-model="d.boxes">
        <p data-bind="tell(d.several)"></p><p data-bind="tell(d.boxes)"></p>`,
      "pages/home/controller.ts": `export let d: { several: ${type}; boxes: ${type} } = { several: ${initial}, boxes: ${initial.replace("null", "[]")} };
        export function tell(of: ${type}): string { return of?.join() + (typeof of?.[0] === "number" ? " numbers" : " texts"); }`,
    }),
  );
  const { page } = handle;
  const boxes = page.locator("input");
  for (const again of [1, 2]) {
    await page.locator("select").selectOption(["1", "2"]);
    await boxes.first().check();
    await boxes.last().check();
    expect(await page.locator("p").allTextContents(), String(again)).toEqual([expected, expected]);
    await page.locator("select").selectOption([]);
    await boxes.first().uncheck();
    await boxes.last().uncheck();
  }
  expect(await handle.codes()).toEqual([]);
});

test("one choice goes into a place for a number that has none yet", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<select data-model="one"><option>1</option><option>2</option></select>
        <input type="radio" value="3" data-model="two"><input type="radio" value="4" data-model="two"><p data-bind="sum()"></p>`,
      "pages/home/controller.ts": `export let one: number | null = null; export let two: number | undefined;
        export function sum(): number { return (one ?? 0) + (two ?? 0); }`,
    }),
  );
  const { page } = handle;
  await page.locator("select").selectOption("2");
  await page.locator("input").last().check();
  expect(await page.locator("p").textContent()).toBe("6");
  expect(await handle.codes()).toEqual([]);
});
