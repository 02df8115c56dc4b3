import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile, listWarnings } from "./compile-files.ts";

const warn = (view: string, controller: string, more: Record<string, string> = {}): Promise<string[]> =>
  listWarnings({ "pages/home/index.html": view, "pages/home/controller.ts": controller, ...more });

const told = (place: string, name: string, reads: string): unknown =>
  expect.stringMatching(
    new RegExp(
      `^app/pages/home/controller.ts:${place}: warning: \`${name}\` is computed once, when the controller begins: it does not follow ${reads} \\[app_computed_once\\] \\| write \`export function ${name}\\(\\) \\{ return … \\}\`, and \`${name}\\(\\)\` in the view`,
    ),
  );

const list = `<input data-model="query"><p data-for="item in filtered" data-key="item.id" data-bind="item.name"></p>`;
const items = `export let query = "";\nexport let items = [{ id: 1, name: "Tea" }];\n`;
const filtered = "export const filtered = items.filter((i) => i.name.includes(query));\n";

it("is a constant that reads what a field, a function or the host assigns", async () => {
  expect(await warn(list, items + filtered)).toEqual([told("3:14", "filtered", "`query`")]);
  const load = "export function load() { items = [{ id: 2, name: 'Oat' }]; }";
  const button = `<button data-onclick="load">Load</button>`;
  expect(await warn(button + list, items + filtered + load)).toEqual([told("3:14", "filtered", "`items` and `query`")]);
  const next = `let step = 1;\nexport const twice = step * 2;\nexport function add() { step++; }`;
  expect(await warn(`<p data-bind="twice" data-onclick="add"></p>`, next)).toEqual([told("2:14", "twice", "`step`")]);
  const sent = `export let n = 1;\nconst double = n * 2;\nexport { double as twice };\nexport function go() { rune.update_data("home", { n: 2 }); }`;
  expect(await warn(`<p data-bind="twice" data-onclick="go"></p>`, sent)).toEqual([told("2:7", "double", "`n`")]);
});

it("is one that counts or picks of a list that functions change, also through functions that only read", async () => {
  const view = `<p data-bind="left" data-onclick="add"></p>`;
  const todos = `const todos = [{ done: false }];\nexport function add() { todos.push({ done: false }); }\n`;
  for (const value of [
    "todos.length",
    "todos.filter((each) => !each.done).length",
    "[...todos].length",
    "Object.keys(todos).length",
    "count()",
  ]) {
    const count = "\nfunction count() { return todos.length; }";
    expect(await warn(view, `${todos}export const left = ${value};${count}`), value).toEqual([
      told("3:14", "left", "`todos`"),
    ]);
  }
  const settings = `const settings = { name: "a", sizes: [1] };\nexport function add() { settings.name = "b"; }\n`;
  expect(await warn(view, `${settings}export const left = settings.name;`)).toEqual([
    told("3:14", "left", "`settings`"),
  ]);
  expect(await warn(view, `${settings}export const left = settings.sizes.length;`)).toEqual([]);
});

it("is one of a component that reads what the component is given", async () => {
  const component = {
    "components/card.html": `<p data-bind="upper"></p>`,
    "components/card.ts": `export let label = "";\nexport const upper = label.toUpperCase();`,
  };
  expect(
    await listWarnings({ "pages/home/index.html": `<div data-use="card" data-prop-label="'a'"></div>`, ...component }),
  ).toEqual([
    expect.stringMatching(/^app\/components\/card.ts:2:14: warning: `upper` is computed once.* follow `label`/),
  ]);
});

it("is none that is up to date, or that the view does not show", async () => {
  const view = `<p data-bind="shown" data-onclick="go"></p><input data-model="query">`;
  const query = `export let query = "";\n`;
  for (const [what, controller] of Object.entries({
    "a function": `export const shown = () => query.length;\nexport function go() {}`,
    "the same list": `const all = [1];\nexport const shown = all;\nexport function go() { all.push(2); }`,
    "an object that leads to the list": `const all = [1];\nexport const shown = { all };\nexport function go() { all.push(2); }`,
    "a list that functions fill": `let n = 2;\nexport const shown = Array.from({ length: n }, () => 0);\nexport function go() { n = 3; shown.length = 0; shown.push(n); }`,
    "a list whose rows functions change": `let n = 2;\nexport const shown = [{ n }];\nexport function go() { n++; for (const each of shown) each.n = n; }`,
    "a list that is given to a function": `let n = 2;\nexport const shown = [n];\nfunction fill(list: number[]) { list.push(n); }\nexport function go() { n++; fill(shown); }`,
    "what makes numbered rows": `let next = 1;\nfunction make() { return { id: next++ }; }\nexport const shown = [make(), make()];\nexport function go() { make(); }`,
    "what takes numbers itself": `let next = 1;\nexport const shown = [{ id: next++ }];\nexport function go() { next++; }`,
    "objects that handlers get and change": `const texts = ["a"];\nexport const shown = texts.map((text, i) => ({ text: texts[i] }));\nexport function go(row?: { text: string }) { texts[0] = "b"; if (row) row.text = "b"; }`,
    "a name that means something else": `export const shown = [1].map((query) => query).length;\nexport function go() {}`,
    "a callback that is kept": `class Store { #read: () => number; constructor(read: () => number) { this.#read = read; } get size() { return this.#read(); } }\nexport const shown = new Store(() => query.length).size;\nexport function go() {}`,
    "a sum of the beginning": `let sum = 0;\n[1, 2].forEach((n) => { sum += n; });\nexport const shown = sum;\nexport function go() {}`,
    "a type": `export const shown: number = [] as unknown as typeof query extends string ? 1 : 2;\nexport function go() {}`,
  }))
    expect(
      await warn(what === "a function" ? view.replace("shown", "shown()") : view, query + controller),
      what,
    ).toEqual([]);
  expect(await warn(`<input data-model="query">`, items + filtered)).toEqual([]);
});

it("is none of the apps that there are", async () => {
  const root = join(import.meta.dirname, "../../../..");
  const apps = ["fixtures/apps", "benchmarks/render/apps", "packages/testing/test"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name, "app")),
  );
  const found = apps.filter((app) => existsSync(join(app, "pages")));
  expect(found.length).toBeGreaterThan(8);
  for (const app of found) {
    const paths = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.(?:html|ts|json|css|svg)$/.test(path),
    );
    const files = Object.fromEntries(
      paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(app, path), "utf8")]),
    );
    const { diagnostics } = await compile(files);
    expect(
      diagnostics.filter(({ severity }) => severity === "warning"),
      app,
    ).toEqual([]);
  }
});
