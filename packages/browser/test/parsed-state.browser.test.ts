import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestPage } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** A page with what its controller is. */
async function open(html: string, controller: string): Promise<TestPageHandle> {
  return site.open(await compileTestPage(html, controller));
}

const text = (handle: TestPageHandle, selector = "p"): Promise<string[]> =>
  handle.page.locator(selector).allTextContents();

describe("what a controller has read from JSON", () => {
  test("is shown as the same objects that handlers are given", async () => {
    const handle = await open(
      `<p data-for="each in list" data-key="each.id"><button data-onclick="up(each)" data-bind="each.stars"></button>
          <button data-onclick="drop(each)">drop</button></p>
        <b data-bind="found"></b>`,
      `
        interface Item { id: string; stars: number; done: boolean }
        export let list: Item[] = JSON.parse('[{"id":"a","stars":0,"done":false},{"id":"b","stars":5,"done":false}]');
        export let found = -2;
        export function up(item: Item): void { item.stars++; found = list.indexOf(item); }
        export function drop(item: Item): void { list = list.filter((each) => each !== item); }`,
    );
    await handle.page.getByRole("button", { name: "5" }).click();
    expect(await text(handle, "p > button:first-child")).toEqual(["0", "6"]);
    expect(await text(handle, "b")).toEqual(["1"]);
    await handle.page.getByRole("button", { name: "drop" }).first().click();
    expect(await text(handle, "p > button:first-child")).toEqual(["6"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("is the same in handlers where it lies in what was read", async () => {
    const handle = await open(
      `<p data-for="each in data.items"><button data-onclick="up(each)" data-bind="each.stars"></button></p><b data-bind="found"></b>
        <select multiple data-model="data.chosen"><option>one</option><option>two</option></select><i data-bind="data.chosen.length"></i>
        <input data-model="data.items[0].tags[0].name"><u data-bind="count(data)"></u>`,
      `
        interface Item { stars: number; tags: { name: string }[] }
        export let data: { chosen: string[]; items: Item[] } = JSON.parse('{"chosen":["one"],"items":[{"stars":0,"tags":[{"name":"x"}]},{"stars":5,"tags":[]}]}');
        export let found = -2;
        export function up(item: Item): void { item.stars++; found = data.items.indexOf(item); }
        export function count({ items }: { items: Item[] }): string { return items.flatMap(({ tags }) => tags.map(({ name }) => name)).join(); }`,
    );
    await handle.page.locator("select").selectOption(["one", "two"]);
    expect(await text(handle, "i")).toEqual(["2"]);
    await handle.page.locator("input").fill("y");
    expect(await text(handle, "u")).toEqual(["y"]);
    await handle.page.getByRole("button", { name: "5" }).click();
    expect(await text(handle)).toEqual(["0", "6"]);
    expect(await text(handle, "b")).toEqual(["1"]);
    expect(await handle.codes()).toEqual([]);
  });

  test.each([
    ["data.files", "data.files", `'{"files":[]}'`, "{ files: RuneFile[] }"],
    ["data.deep.files", "data.deep.files", `'{"deep":{"files":null}}'`, "{ deep: { files: RuneFile[] | null } }"],
    ["row.files", "data[0].files", `'[{"files":[]}]'`, "{ files: RuneFile[] }[]"],
    ["data.files", "data.files", `'{"files":[]}'`, "any"],
  ])("takes the files of a field: %s as %s of %s", async (place, files, json, type) => {
    const row = place.startsWith("row") ? `data-for="row in data"` : "";
    const handle = await open(
      `<input type="file" multiple ${row} data-model="${place}"><b data-bind="told"></b><i data-bind="count()"></i>
        <button data-onclick="tell">tell</button><button data-onclick="clear">clear</button>`,
      `
        export let data: ${type} = JSON.parse(${json});
        export let told = "";
        export function count(): string { return JSON.stringify(${files}?.length); }
        export function tell(): void { told = JSON.stringify(${files}?.map(({ name, size, type }: RuneFile) => ({ name, size, type }))); }
        export function clear(): void { ${files} = []; }`,
    );
    const input = handle.page.locator("input");
    await input.setInputFiles([
      { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("abc") },
      { name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("d") },
    ]);
    expect(await text(handle, "i")).toEqual(["2"]);
    await handle.page.getByRole("button", { name: "tell" }).click();
    expect(JSON.parse((await text(handle, "b"))[0] ?? "")).toEqual([
      { name: "a.txt", size: 3, type: "text/plain" },
      { name: "b.txt", size: 1, type: "text/plain" },
    ]);
    await handle.page.getByRole("button", { name: "clear" }).click();
    expect(await input.evaluate((each: HTMLInputElement) => each.files?.length)).toBe(0);
    expect(await handle.codes()).toEqual([]);
  });

  test("changes where fields are bound to it", async () => {
    const handle = await open(
      `<p data-for="each in list"><input data-model="each.name"><input type="checkbox" data-model="each.tags.done">
          <input type="number" data-model="each.counts[0]"></p><b data-bind="told"></b><button data-onclick="tell">tell</button>
          <i data-for="each in data.items"><input data-model="each.note"></i>`,
      `
        export let data: { items: { note?: string }[] } = JSON.parse('{"items":[{"note":"x"},{}]}');
        interface Item { name: string; tags: { done: boolean }; counts: number[] }
        export let list: Item[] = JSON.parse('[{"name":"a","tags":{"done":false},"counts":[1]}]');
        export let told = "";
        export function tell(): void { told = JSON.stringify([list, data.items]); }`,
    );
    await handle.page.locator("p > input").first().fill("b");
    await handle.page.getByRole("checkbox").check();
    await handle.page.getByRole("spinbutton").fill("7");
    for (const field of await handle.page.locator("i > input").all()) await field.fill("new");
    await handle.page.getByRole("button").click();
    const list = [{ name: "b", tags: { done: true }, counts: [7] }];
    expect(await text(handle, "b")).toEqual([JSON.stringify([list, [{ note: "new" }, { note: "new" }]])]);
    expect(await handle.codes()).toEqual([]);
  });

  test("changes where fields are bound to it, also where it is read later and mixed with other objects", async () => {
    const handle = await open(
      `<input data-model="read.to"><input data-model="mixed.to"><input data-model="typed.to"><input data-model="copied.to">
        <p data-for="each in list" data-key="each.id"><input type="checkbox" data-model="each.done"></p>
        <b data-bind="dump()"></b><button data-onclick="reset">reset</button>`,
      `
        interface Draft { to: string; cc?: string }
        interface Item { id: number; done: boolean }
        const empty = { to: "" };
        export let read: Draft = { to: "" };
        export let mixed: Draft = { to: "" };
        export let typed: Draft = { to: "" };
        export let copied = { to: "" };
        export let list: Item[] = [];
        export function start(): void {
          read = JSON.parse('{"to":"a"}') as Draft;
          mixed = { ...empty, ...JSON.parse('{"to":"b","cc":"c"}') };
          typed = { ...empty, ...(JSON.parse('{"to":"c"}') as Draft) };
          copied = { ...empty };
          list = JSON.parse('[{"id":1,"done":false}]') as Item[];
        }
        export function dump(): string { return [read.to, mixed.to, mixed.cc, typed.to, copied.to, list.map(({ done }) => done)].join(); }
        export function reset(): void { read.to = mixed.to = typed.to = "-"; }`,
    );
    const fields = handle.page.locator("input:not([type])");
    for (const [i, field] of (await fields.all()).entries()) await field.fill(String(i));
    await handle.page.getByRole("checkbox").check();
    expect(await text(handle, "b")).toEqual(["0,1,c,2,3,true"]);
    await handle.page.getByRole("button").click();
    expect(await fields.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).toEqual([
      "-",
      "-",
      "-",
      "3",
    ]);
    expect(await handle.codes()).toEqual([]);
  });
});
