import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp, compileTestPage } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

async function open(html: string, controller: string): Promise<TestPageHandle> {
  return site.open(await compileTestPage(html, controller));
}

const text = (handle: TestPageHandle, selector = "output"): Promise<string[]> =>
  handle.page.locator(selector).allTextContents();
const click = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("button", { name, exact: true }).click();

describe("a field and its place in the data are the same", () => {
  test("texts, with what is changed on the way", async () => {
    const handle = await open(
      `<input id="plain" data-model="name" data-oninput="note">
       <textarea data-model.trim="user.about"></textarea>
       <input id="lazy" data-model.lazy="user.city">
       <input id="when" type="date" data-model="user.born">
       <p contenteditable="true" data-model="name"></p>
       <output data-bind="name"></output><output data-bind="\`[\${user.about}]\`"></output><output data-bind="user.city"></output>
       <output data-bind="user.born"></output><output data-bind="noted"></output>
       <button data-onclick="upper">upper</button>`,
      `export let name = "Ada";
       export const user = { about: "", city: "Oslo", born: "1815-12-10" };
       export let noted = "";
       export function note() { noted = name; }
       export function upper() { name = name.toUpperCase(); user.city = "Paris"; }`,
    );
    const { page } = handle;
    expect(await page.locator("#plain").inputValue()).toBe("Ada");
    expect(await page.locator("#when").inputValue()).toBe("1815-12-10");
    await page.locator("#plain").fill("Grace");
    // The handler of the same event sees what was entered.
    expect(await text(handle)).toEqual(["Grace", "[]", "Oslo", "1815-12-10", "Grace"]);
    expect(await page.locator("p").textContent()).toBe("Grace");
    await page.locator("textarea").pressSequentially("  so far ");
    expect(await page.locator("textarea").inputValue()).toBe("  so far ");
    await page.locator("#lazy").press("End");
    await page.locator("#lazy").pressSequentially("!");
    expect((await text(handle)).slice(1, 3)).toEqual(["[so far]", "Oslo"]);
    await page.locator("#when").fill("1906-12-09");
    expect((await text(handle)).slice(1, 4)).toEqual(["[so far]", "Oslo!", "1906-12-09"]);
    await click(handle, "upper");
    expect(await page.locator("#plain").inputValue()).toBe("GRACE");
    expect(await page.locator("#lazy").inputValue()).toBe("Paris");
    expect(await handle.codes()).toEqual([]);
  });

  test("numbers; an empty field is no number", async () => {
    const handle = await open(
      `<input id="age" type="number" data-model="age"><input id="size" type="number" data-model="size">
       <input type="range" min="0" max="10" data-model="level"><input id="code" data-model.number="code">
       <output data-bind="\`\${age} \${size === null} \${level} \${code + 1}\`"></output>`,
      `export let age = 36; export let size: number | null = 4; export let level = 3; export let code = 7;`,
    );
    const { page } = handle;
    expect(await text(handle)).toEqual(["36 false 3 8"]);
    await page.locator("#age").fill("37.5");
    await page.locator("#size").fill("");
    await page.locator("[type=range]").fill("8");
    await page.locator("#code").fill("41");
    expect(await text(handle)).toEqual(["37.5 true 8 42"]);
    await page.locator("#age").fill("");
    expect(await text(handle)).toEqual(["NaN true 8 42"]);
    await page.locator("#age").pressSequentially("1.0");
    expect(await page.locator("#age").inputValue()).toBe("1.0");
    expect(await handle.codes()).toEqual([]);
  });

  test("boxes, buttons and lists", async () => {
    const handle = await open(
      `<label><input type="checkbox" data-model="agreed">agreed</label>
       <label><input type="checkbox" value="red" data-model="colours">red</label>
       <label><input type="checkbox" value="blue" data-model="colours">blue</label>
       <label><input type="radio" name="s" value="1" data-model="size">one</label>
       <label><input type="radio" name="s" value="2" data-model="size">two</label>
       <select id="one" data-model="country"><option data-for="each in countries" data-bind-value="each" data-bind="each"></option></select>
       <select id="more" multiple data-model="likes"><option>tea</option><option>milk</option><option>rum</option></select>
       <input type="file" multiple data-model="files">
       <output data-bind="agreed"></output><output data-bind="list(colours)"></output><output data-bind="size + 1"></output>
       <output data-bind="country"></output><output data-bind="list(likes)"></output><output data-for="file in files" data-bind="\`\${file.name} \${file.size}\`"></output>
       <button data-onclick="change">change</button>`,
      `export let agreed = false;
       export let colours: string[] = ["blue"];
       export let size = 2;
       export const countries = ["NO", "SE", "DK"];
       export let country = "SE";
       export let likes: string[] = [];
       export let files: { name: string; size: number; type: string }[] = [];
       export function list(values: string[]): string { return values.join("+"); }
       export function change() { agreed = false; colours = ["red"]; size = 2; country = "DK"; likes.push("rum"); files = []; }`,
    );
    const { page } = handle;
    expect(await text(handle)).toEqual(["false", "blue", "3", "SE", ""]);
    expect(await page.locator("#one").inputValue()).toBe("SE");
    await page.getByLabel("agreed").check();
    await page.getByLabel("red").check();
    await page.getByLabel("one").check();
    await page.locator("#one").selectOption("NO");
    await page.locator("#more").selectOption(["tea", "milk"]);
    await page
      .locator("[type=file]")
      .setInputFiles([{ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("abc") }]);
    expect(await text(handle)).toEqual(["true", "blue+red", "2", "NO", "tea+milk", "a.txt 3"]);
    await click(handle, "change");
    expect(await text(handle)).toEqual(["false", "red", "3", "DK", "tea+milk+rum"]);
    expect(await page.getByLabel("two").isChecked()).toBe(true);
    expect(await page.getByLabel("blue").isChecked()).toBe(false);
    expect(await page.locator("#more").evaluate((each: HTMLSelectElement) => each.selectedOptions.length)).toBe(3);
    expect(await page.locator("[type=file]").inputValue()).toBe("");
    expect(await handle.codes()).toEqual([]);
  });

  test("in rows, by property and by position", async () => {
    const handle = await open(
      `<ul><li data-for="todo in todos" data-key="todo.id"><input type="checkbox" data-model="todo.done"><input class="title" data-model="todo.title"></li></ul>
       <input class="answer" data-for="answer in answers" data-model="answers[$index]">
       <output data-bind="open()"></output><output data-bind="answers[1]"></output><button data-onclick="reverse">reverse</button>`,
      `class Todo { done = false; constructor(readonly id: number, public title: string) {} }
       export const todos = [new Todo(1, "one"), new Todo(2, "two")];
       export const answers = ["a", "b"];
       export function open(): string { return todos.filter((todo) => !todo.done).map((todo) => todo.title).join(); }
       export function reverse() { todos.reverse(); }`,
    );
    const { page } = handle;
    expect(await text(handle)).toEqual(["one,two", "b"]);
    await page.locator("[type=checkbox]").first().check();
    await page.locator(".title").nth(1).fill("zwei");
    await page.locator(".answer").nth(1).fill("B!");
    expect(await text(handle)).toEqual(["zwei", "B!"]);
    await click(handle, "reverse");
    expect(await page.locator(".title").first().inputValue()).toBe("zwei");
    expect(await page.locator("[type=checkbox]").nth(1).isChecked()).toBe(true);
    expect(await handle.codes()).toEqual([]);
  });

  test("in data without a controller", async () => {
    const handle = await site.open(
      await compileTestApp({
        "pages/home/index.html": `<input data-model="name"><input type="checkbox" data-model="options.loud"><output data-bind="options.loud ? name + '!' : name"></output>`,
        "pages/home/data.json": JSON.stringify({ name: "Ada", options: { loud: false } }),
      }),
    );
    await handle.page.locator("input").first().fill("Grace");
    await handle.page.locator("[type=checkbox]").check();
    expect(await text(handle)).toEqual(["Grace!"]);
  });
});

test("a field of a component shows what it is in the rest of the component", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<div data-use="part"></div><div data-use="part"></div>`,
      "components/part.html": `<input data-model="text"><output data-bind="text"></output>`,
      "components/part.ts": `export let text = "";`,
    }),
  );
  await handle.page.locator("input").first().fill("typed");
  expect(await text(handle)).toEqual(["typed", ""]);
});

test("a field of a component changes the component's own variable that has been given a value, and objects that were given", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<div data-use="own" data-prop-text="name"></div><div data-use="shared" data-prop-user="user"></div>
        <output data-bind="name"></output><output data-bind="user.name"></output><button data-onclick="rename">rename</button>`,
      "pages/home/controller.ts": `export let name = "Ada"; export const user = { name: "Ada" };
        export function rename(): void { name = "Grace"; user.name = "Grace"; }`,
      "components/own.html": `<input data-model="text"><output data-bind="text"></output>`,
      "components/own.ts": `export let text = "";`,
      "components/shared.html": `<input data-model="user.name"><output data-bind="user.name"></output>`,
    }),
  );
  const fields = handle.page.locator("input");
  expect(await text(handle)).toEqual(["Ada", "Ada", "Ada", "Ada"]);
  for (const i of [0, 1]) await fields.nth(i).fill("typed");
  expect(await text(handle)).toEqual(["typed", "typed", "Ada", "typed"]);
  await handle.page.getByRole("button").click();
  expect(await text(handle)).toEqual(["Grace", "Grace", "Grace", "Grace"]);
  expect(await fields.evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => value))).toEqual([
    "Grace",
    "Grace",
  ]);
  expect(await handle.codes()).toEqual([]);
});

test("a text that an input method makes is data when it is done", async () => {
  const handle = await open(`<input data-model="query"><output data-bind="query"></output>`, `export let query = "";`);
  const session = await handle.page.context().newCDPSession(handle.page);
  await handle.page.locator("input").focus();
  await session.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
  expect(await text(handle)).toEqual([""]);
  await session.send("Input.insertText", { text: "你" });
  expect(await text(handle)).toEqual(["你"]);
  expect(await handle.page.locator("input").inputValue()).toBe("你");
});

test("the caret stays where it is", async () => {
  const handle = await open(`<input data-model="code">`, `export let code = "abc";`);
  const input = handle.page.locator("input");
  await input.evaluate((field: HTMLInputElement) => {
    field.focus();
    field.setSelectionRange(1, 1);
  });
  await handle.page.keyboard.type("xy");
  expect(await input.inputValue()).toBe("axybc");
});
