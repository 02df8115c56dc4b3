// `data-model` on fields of every type, with places of every type that takes what is entered.
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestPage } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

async function open(html: string, controller: string): Promise<TestPageHandle> {
  return site.open(await compileTestPage(html, controller));
}

const shown = ({ page }: TestPageHandle): Promise<string[]> => page.locator("output").allTextContents();

test("what browsers give as a text", async () => {
  const texts: Readonly<Record<string, readonly [before: string, after: string]>> = {
    text: ["a", "b"],
    search: ["a", "b"],
    email: ["a@example.org", "b@example.org"],
    tel: ["1", "2"],
    url: ["https://a.example/", "https://b.example/"],
    password: ["a", "b"],
    date: ["2026-01-02", "2026-03-04"],
    month: ["2026-01", "2026-03"],
    week: ["2026-W01", "2026-W10"],
    time: ["08:00", "09:30"],
    "datetime-local": ["2026-01-02T08:00", "2026-03-04T09:30"],
    color: ["#112233", "#445566"],
  };
  const names = Object.keys(texts).map((type) => [type, type.replace("-", "_")] as const);
  const handle = await open(
    names
      .map(([type, name]) => `<input type="${type}" data-model="${name}"><output data-bind="${name}"></output>`)
      .join("") + `<button data-onclick="back">back</button>`,
    `${names.map(([type, name]) => `export let ${name} = "${texts[type]?.[0]}";`).join("\n")}
     export function back(): void { ${names.map(([type, name]) => `${name} = "${texts[type]?.[0]}";`).join(" ")} }`,
  );
  const values = (): Promise<string[]> =>
    handle.page.locator("input").evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
  const [before, after] = [0, 1].map((i) => Object.values(texts).map((each) => each[i]));
  expect(await values()).toEqual(before);
  await handle.page.evaluate((entered) => {
    document.querySelectorAll("input").forEach((field, i) => {
      field.value = entered[i] ?? "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }, after as string[]);
  expect(await shown(handle)).toEqual(after);
  await handle.page.getByRole("button").click();
  expect(await values()).toEqual(before);
  expect(await handle.codes()).toEqual([]);
});

test("numbers, also where the place is for a text, and half of one stays while the rest of the page changes", async () => {
  const handle = await open(
    `<input type="number" data-model="text"><input type="range" max="10" data-model="level"><output data-bind="text"></output><output data-bind="level"></output>
     <input class="row" type="number" data-for="each in sizes" data-model="sizes[$index]"><button data-onclick="grow">grow</button>`,
    `export let text = "1"; export let level: number | null = null; export const sizes = [1, 1];
     export function grow(): void { sizes[1]++; }`,
  );
  const { page } = handle;
  await page.locator("input").first().fill("07");
  await page.locator("[type=range]").fill("4");
  expect(await shown(handle)).toEqual(["07", "4"]);
  const [first, second] = [page.locator(".row").first(), page.locator(".row").nth(1)];
  for (const half of ["2.0", "-"]) {
    await first.fill("");
    await first.pressSequentially(half);
    await page.getByRole("button").evaluate((button: HTMLElement) => button.click());
    await page.keyboard.type("5");
    expect(await first.inputValue()).toBe(`${half}5`);
  }
  expect(await second.inputValue()).toBe("3");
  expect(await handle.codes()).toEqual([]);
});

test("lists of boxes, with texts and numbers, each once", async () => {
  const box = (value: string, name: string): string =>
    `<label><input type="checkbox" value="${value}" data-model="${name}">${value}</label>`;
  const handle = await open(
    `${box("red", "colours")}${box("blue", "colours")}${box("1", "sizes")}${box("2", "sizes")}
     <output data-bind="list(colours)"></output><output data-bind="sum()"></output>`,
    `export let colours: string[] = ["blue"]; export let sizes: number[] = [1];
     export function list(values: string[]): string { return values.join("+"); }
     export function sum(): number { return sizes.reduce((all, each) => all + each, 0); }`,
  );
  const { page } = handle;
  await page.getByLabel("red").check();
  await page.getByLabel("2").check();
  expect(await shown(handle)).toEqual(["blue+red", "3"]);
  await page.getByLabel("blue").uncheck();
  await page.getByLabel("1").uncheck();
  expect(await shown(handle)).toEqual(["red", "2"]);
  // A script that tells of what is chosen already.
  await page.getByLabel("red").dispatchEvent("input");
  expect(await shown(handle)).toEqual(["red", "2"]);
  expect(await handle.codes()).toEqual([]);
});

test("choices of numbers, choices that come later, and values for which there is none", async () => {
  const handle = await open(
    `<select id="one" data-model="size"><option data-for="each in sizes" data-bind-value="each" data-bind="each"></option></select>
     <select id="more" multiple data-model="chosen"><option data-for="each in sizes" data-bind-value="each" data-bind="each"></option></select>
     <output data-bind="size + 1"></output><output data-bind="sum()"></output>
     <button data-onclick="more">more</button><button data-onclick="lose">lose</button>`,
    `export let size = 3; export let sizes = [1, 2]; export let chosen: number[] = [2, 3];
     export function sum(): number { return chosen.reduce((all, each) => all + each, 0); }
     export function more(): void { sizes.push(3); }
     export function lose(): void { size = 9; }`,
  );
  const { page } = handle;
  const selected = (id: string): Promise<string[]> =>
    page.locator(id).evaluate((each: HTMLSelectElement) => Array.from(each.selectedOptions, ({ value }) => value));
  expect([await selected("#one"), await selected("#more")]).toEqual([[], ["2"]]);
  await page.getByText("more").click();
  expect([await selected("#one"), await selected("#more")]).toEqual([["3"], ["2", "3"]]);
  await page.locator("#one").selectOption("1");
  await page.locator("#more").selectOption(["1", "2"]);
  expect(await shown(handle)).toEqual(["2", "3"]);
  await page.getByText("lose").click();
  expect([await selected("#one"), await shown(handle)]).toEqual([[], ["10", "3"]]);
  expect(await handle.codes()).toEqual([]);
});
