// Custom properties that are declared by one another in chains so long that working them out would end the page around the app.
import type { Binding, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestSite, type TestPageHandle, type TestSite } from "../harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const LENGTH = 10_000;
const all = Array.from({ length: LENGTH }, (_, i) => i);
const link = (i: number): [name: string, value: string] => [`--a${i + 1}`, `var(--a${i})`];
const declare = (list: readonly number[]): string => list.map((i) => `${link(i).join(":")};`).join("");
const part = (k: number, of: number): number[] => all.filter((i) => i % of === k);
const shows: ViewNode = ["p", { class: "x", id: "p" }, "x"];

async function openSheets(sheets: readonly string[], nodes: ViewNode[] = [shows]): Promise<TestPageHandle> {
  const files = Object.fromEntries(sheets.map((css, i) => [`assets/${i}.css`, css]));
  return site.open({ pages: { home: { nodes, isStatic: true, styles: Object.keys(files) } }, files }, { fails: true });
}

async function expectAlive({ page }: TestPageHandle): Promise<void> {
  const color = await page.evaluate(() => {
    const place = document.body.appendChild(document.createElement("p"));
    place.style.color = "rgb(1, 2, 3)";
    return [...document.querySelectorAll("p")].map((each) => getComputedStyle(each).color).at(-1);
  });
  expect(color).toBe("rgb(1, 2, 3)");
}

const used = `.x{color:var(--a${LENGTH})}`;

test.each<[name: string, sheets: string[]]>([
  ["one rule", [`.x{${declare(all)}}${used}`]],
  ["a rule each", [all.map((i) => `.x{${declare([i])}}`).join("") + used]],
  ["many sheets", Array.from({ length: 50 }, (_, k) => `.x{${declare(part(k, 50))}}${used}`)],
  ["fallbacks", [`.x{${all.map((i) => `--a${i + 1}:var(--b,var(--b,var(--b,var(--a${i}))));`).join("")}}${used}`]],
  ["names with escapes", [`.x{${all.map((i) => `-\\2d a${i + 1}/**/:v\\61r(\\--a${i});`).join("")}}${used}`]],
  ["conditions", [`.x{${all.map((i) => `--a${i + 1}:if(style(--a${i}:1):2;else:3);`).join("")}}${used}`]],
  ["nested rules", [`.x{&{${declare(all)}}}${used}`]],
])("style sheets are refused: %s", async (_name, sheets) => {
  const handle = await openSheets(sheets);
  expect(await handle.page.evaluate(() => testbed.failure?.code)).toBe("style_sheet_refused");
  await expectAlive(handle);
});

test.each<[name: string, css: string, node: ViewNode]>([
  [
    "attributes that name each other",
    ".x{color:attr(data-a0 type(*))}",
    ["p", Object.fromEntries([["class", "x"], ...all.map((i) => [`data-a${i}`, `attr(data-a${i + 1} type(*))`])]), "x"],
  ],
  ["a selector of negations", `.x${":not(.b)".repeat(100_000)}{color:red}`, shows],
  ["a selector of its parent", `.x{${"&".repeat(100_000)}{color:red}}`, shows],
  ["filters", `.x{filter:${"blur(1px) ".repeat(50_000)}}`, shows],
])("what is as long is refused: %s", async (_name, css, node) => {
  const handle = await openSheets([css], [node]);
  expect(await handle.page.evaluate(() => testbed.failure?.code)).toBe("style_sheet_refused");
  await expectAlive(handle);
});

test("the style of an element is refused", async () => {
  const handle = await openSheets([used], [["p", { class: "x", style: declare(all) }, "x"]]);
  expect(await handle.page.evaluate(() => testbed.failure?.code)).toBe("view_markup_refused");
  await expectAlive(handle);
});

test("a chain that goes back and forth between a sheet and a style is refused", async () => {
  const handle = await openSheets(
    [`.x{${declare(part(0, 2))}}${used}`],
    [["p", { class: "x", style: declare(part(1, 2)) }, "x"]],
  );
  expect(await handle.page.evaluate(() => testbed.failure?.code)).toBe("view_markup_refused");
  await expectAlive(handle);
});

const properties = (list: readonly number[]): Binding[] =>
  list.map((i) => ({ type: "style", at: [0], name: link(i)[0], value: ["data", `v${i}`] }));

test("what bindings declare is no longer than what browsers bear", async () => {
  const few = all.slice(0, 6000);
  const data = Object.fromEntries(few.map((i) => [`v${i}`, link(i)[1]]));
  const handle = await site.open({ pages: { home: { nodes: [shows], bindings: properties(few), data } } });
  await expectAlive(handle);
  expect(new Set(await handle.codes())).toEqual(new Set(["attribute_refused"]));
  const style = await handle.page.evaluate(() =>
    ["--a256", "--a257"].map((name) => (document.querySelector("#p") as HTMLElement).style.getPropertyValue(name)),
  );
  expect(style).toEqual(["var(--a255)", ""]);
});

test.each<[name: string, value: unknown]>([
  ["text", declare(all)],
  ["an object", Object.fromEntries(all.map(link))],
])("a bound style has no chain that is too long: %s", async (_name, value) => {
  const handle = await site.open({
    pages: {
      home: {
        nodes: [shows],
        bindings: [{ type: "attribute", at: [0], name: "style", value: ["data", "css"] }],
        data: { css: "color: red" },
      },
    },
  });
  await handle.set({ css: value });
  await expectAlive(handle);
  expect(new Set(await handle.codes())).toEqual(new Set(["attribute_refused"]));
});

test.each<[name: string, value: unknown]>([
  ["text", declare(all)],
  ["an object", Object.fromEntries(all.map(link))],
])("a mutation sets no chain that is too long: %s", async (_name, value) => {
  const handle = await site.open({ pages: { home: { nodes: [shows] } } });
  await handle.dispatch({ type: "UpdateView", node_id: "p", props: { style: value } });
  await expectAlive(handle);
  expect(await handle.codes()).toEqual(["mutation_refused"]);
  expect(await handle.page.locator("#p").getAttribute("style")).toBeFalsy();
});

test("mutations set none one after the other", async () => {
  const handle = await site.open({ pages: { home: { nodes: [shows] } } });
  const mutations = all.map((i) => ({
    type: "UpdateView",
    node_id: "p",
    props: { style: Object.fromEntries([link(i)]) },
  }));
  for (let at = 0; at < LENGTH; at += 200) {
    await handle.page.evaluate((some) => some.forEach((each) => testbed.dispatch(each)), mutations.slice(at, at + 200));
  }
  await expectAlive(handle);
  expect(new Set(await handle.codes())).toEqual(new Set(["mutation_refused"]));
});

test("a style that is nested too deep is refused before a browser reads it", async () => {
  const deep = `color:${"color-mix(in srgb,red,".repeat(50_000)}red${")".repeat(50_000)}`;
  const handle = await site.open({
    pages: {
      home: {
        nodes: [shows],
        bindings: [{ type: "attribute", at: [0], name: "style", value: ["data", "css"] }],
        data: { css: "color: red" },
      },
    },
  });
  await handle.set({ css: deep });
  await handle.dispatch({ type: "UpdateView", node_id: "p", props: { style: deep } });
  await expectAlive(handle);
  expect(await handle.codes()).toEqual(["attribute_refused", "mutation_refused"]);
});

test("values that are declared by others, in many elements, stay as they are", async () => {
  const css = `.x{--a:1px;${Array.from({ length: 500 }, (_, i) => `--b${i}:var(--a);--c${i}:calc(var(--b${i}) * 2);`).join("")}width:var(--c499)}`;
  const nodes: ViewNode[] = Array.from({ length: 100 }, () => ["p", { class: "x", style: "--d: var(--c1)" }, "x"]);
  const { page } = await site.open({
    pages: { home: { nodes, isStatic: true, styles: ["assets/x.css"] } },
    files: { "assets/x.css": css },
  });
  expect(await page.evaluate(() => getComputedStyle(document.querySelector(".x:last-child") as Element).width)).toBe(
    "2px",
  );
});
