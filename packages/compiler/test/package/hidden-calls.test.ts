import { expect, it } from "vitest";
import { listProblems } from "./compile-files.ts";

/** What is said of a view that calls `label`, and where in the controller it points. */
async function check(controller: string, others: Record<string, string> = {}): Promise<string[]> {
  return listProblems({
    "pages/home/index.html": `<p data-bind="label(1)"></p>`,
    "pages/home/controller.ts": controller,
    ...others,
  });
}

const hidden = (what: string, place: string, file = "app/pages/home/controller.ts"): unknown =>
  expect.stringContaining(
    `[view_impure_call] | \`${what}\` at ${file}:${place} is \`any\`, which hides what is called there: give it a type, or call it from an event`,
  );

it("is `any` that makes functions impure, where what is called is nothing that they name", async () => {
  const clear = `export let q = "";\nconst helpers: Record<string, any> = { fmt: (n: number) => n + 1, clear() { q = ""; } };\nlet key = "fmt";\n`;
  expect(await check(`${clear}export function label(n: number) { return helpers[key](n); }`)).toEqual([
    hidden("helpers[key]", "4:43"),
  ]);
  const rows = `export let rows: any = [];\nexport function start(p: any) { rows = p.list; rows.push(p); }\nexport const copies = () => rows.map((row: any) => ({ ...row, n: 1 })).sort((a: any, b: any) => a.n - b.n);\n`;
  expect(await check(`${rows}export function label(item: any) { return item.name.trim().toUpperCase(); }`)).toEqual([
    hidden("item", "4:43"),
  ]);
});

it("is `any` that is called itself, in whatever function that is reached", async () => {
  const files = { "format.ts": `export const format = (value: any) => value(1);` };
  const source = `import { format } from "../../format.ts";\nexport function label(n: any) { return format(n); }`;
  expect(await check(source, files)).toEqual([hidden("value", "1:39", "app/format.ts")]);
});

it("is not what is to blame where a function that is known changes something", async () => {
  const source = `let n = 0;\nfunction count(list: any) { n++; return list.length; }\nexport function label(list: any) { return count(list.slice(1)); }`;
  expect(await check(source)).toEqual([
    expect.stringContaining("look at app/pages/home/controller.ts:2:29: make something new there instead"),
  ]);
});
