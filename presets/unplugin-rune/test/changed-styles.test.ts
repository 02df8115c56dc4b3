import { sealPackage, type SealedPackage } from "@rune/archive";
import type { BuiltApp } from "unplugin-rune-package";
import { compileApp } from "@rune/compiler/package";
import { compileSource } from "@rune/compiler/engines";
import { expect, test } from "vitest";
import { findChangedStyles } from "../src/core/dev/changed-styles.ts";

const base = {
  "pages/home/index.html": `<link rel="stylesheet" href="./style.css"><h1>Home</h1><p data-use="card"></p>`,
  "pages/home/style.css": `h1 { color: red; background: url("./dot.png") }`,
  "pages/home/dot.png": "dot",
  "pages/about/index.html": `<link rel="stylesheet" href="../../shared.css"><h1>About</h1>`,
  "pages/help/index.html": `<link rel="stylesheet" href="../../shared.css"><h1>Help</h1>`,
  "components/card.html": `<b>card</b><style>b { color: red }</style>`,
  "shared.css": `h1 { margin: 0 }`,
};

async function build(files: Readonly<Record<string, string>>): Promise<BuiltApp> {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const);
  const { output } = await compileApp(
    { directory: "app", files: new Map(entries) },
    {
      id: "test",
      name: "Test",
      version: "1.0.0",
      routing: "path",
      capabilities: [],
      release: false,
      compileModule: compileSource,
    },
  );
  const sealed: SealedPackage = await sealPackage(output!.draft, output!.files);
  return { id: "test", pages: [], calls: [], diagnostics: [], dependencies: [], folders: [], sealed };
}

test("a page gets its sheets without being loaded again, and nothing else", async () => {
  const before = await build(base);
  const find = async (files: Readonly<Record<string, string>>): Promise<unknown> =>
    findChangedStyles(before, await build({ ...base, ...files }), "/base/test.rune/");
  expect(await find({ "pages/home/style.css": `h1 { background: url("./dot.png?1") }` })).toEqual([
    {
      path: "assets/pages/home/style.css",
      css: `h1 { background: url("/base/test.rune/assets/pages/home/dot.png?1") }`,
    },
  ]);
  expect(await find({})).toBeUndefined();
  expect(await find({ "pages/home/style.css": "", "pages/home/index.html": "<h1>Home</h1>" })).toBeUndefined();
  expect(await find({ "pages/home/dot.png": "other" })).toBeUndefined();
  expect(await find({ "shared.css": "h1 { margin: 1px }" })).toBeUndefined();
  expect(await find({ "components/card.html": `<b>card</b><style>b { color: blue }</style>` })).toBeUndefined();
});
