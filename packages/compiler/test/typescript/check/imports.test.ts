import { describe, expect, test } from "vitest";
import type { Files } from "./check-files.ts";
import { checkFiles, listErrors } from "./check-files.ts";

const names = (files: Files): string[] => checkFiles(files).files.map(({ fileName }) => fileName);

describe("an import", () => {
  const target = "export const a: number = 1;";
  test.each([
    ["./b.ts", "app/b.ts"],
    ["./b.js", "app/b.ts"],
    ["./b", "app/b.ts"],
    ["./b", "app/b/index.ts"],
    ["./b/index", "app/b/index.ts"],
    ["./b/", "app/b/index.ts"],
    [".", "app/index.ts"],
    ["..", "index.ts"],
    ["../lib/b.ts", "lib/b.ts"],
    ["./b.service", "app/b.service.ts"],
    ["./b.mjs", "app/b.mts"],
    ["./with space.ts", "app/with space.ts"],
    ["./größe/日本.ts", "app/größe/日本.ts"],
    ["./a/../b.ts", "app/b.ts"],
  ])("of %j finds %s", (specifier, file) => {
    const found = checkFiles({
      "app/main.ts": `import { a } from ${JSON.stringify(specifier)};\nexport const b: string = a;`,
      [file]: target,
    });
    expect(listErrors(found)).toEqual([expect.stringMatching(/^app\/main\.ts:2:14 .*TS2322/)]);
    expect(found.files.map(({ fileName }) => fileName)).toEqual([file, "app/main.ts"]);
    expect(found.dependencies).toEqual([file]);
  });

  test("prefers the file to the folder, and code to declarations", () => {
    const files = { "main.ts": 'import "./b";', "b.ts": "", "b.d.ts": "", "b/index.ts": "" };
    expect(checkFiles(files).dependencies).toEqual(["b.ts"]);
  });

  test.each([
    ["./none.ts", "typescript_import_missing", "there is no module `./none.ts`"],
    ["./none", "typescript_import_missing", "there is no module `./none`"],
    ["../../b.ts", "typescript_import_outside", "`../../b.ts` lies outside of the project"],
    ["/etc/passwd", "typescript_import_outside", "`/etc/passwd` lies outside of the project"],
    ["lodash", "typescript_import_package", "the package `lodash` cannot be imported"],
    ["@scope/name/part", "typescript_import_package", "the package `@scope/name/part` cannot be imported"],
    ["#inner", "typescript_import_package", "the package `#inner` cannot be imported"],
    ["node:fs", "typescript_import_node", "`node:fs` is a module of Node.js"],
    ["https://example.com/a.ts", "typescript_import_address", "cannot be imported by its address"],
    ["./data.json", "typescript_import_foreign", "`./data.json` is not TypeScript"],
    ["./code.wasm", "typescript_import_foreign", "`./code.wasm` is not TypeScript"],
    ["./view.tsx", "typescript_import_foreign", "`./view.tsx` is not TypeScript"],
    ["./store.as.ts", "typescript_import_assemblyscript", "`./store.as.ts` is a module of AssemblyScript"],
    ["./store.as", "typescript_import_assemblyscript", "`./store.as` is a module of AssemblyScript"],
  ])("of %j is an error at its place", (specifier, code, message) => {
    const { diagnostics } = checkFiles({
      "app/main.ts": `export const first = 1;\nimport { a } from ${JSON.stringify(specifier)};\na();`,
      "app/data.json": "{}",
      "app/code.wasm": "",
      "app/view.tsx": "",
      "app/store.as.ts": "",
      "b.ts": "",
    });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: "error", code, file: "app/main.ts" });
    expect(diagnostics[0]?.message).toContain(message);
    expect(diagnostics[0]?.range?.start).toMatchObject({ line: 2, column: 19 });
    expect(diagnostics[0]?.frame).toContain(JSON.stringify(specifier));
    expect(diagnostics[0]?.hint).toBeTruthy();
  });

  test("is an error in whichever form it is written", () => {
    const text = `
      import type { A } from "./none.ts";
      import "./none.ts";
      export * from "./none.ts";
      export type B = import("./none.ts").B | A;
    `;
    expect(listErrors(checkFiles({ "a.ts": text }))).toEqual(
      [
        [2, 30],
        [3, 14],
        [4, 21],
        [5, 30],
      ].map(([line, column]) => `a.ts:${line}:${column} typescript_import_missing there is no module \`./none.ts\``),
    );
  });

  test("never asks for files above the root", () => {
    const asked: string[] = [];
    const texts = ["../../x.ts", "/x.ts", "./..//../../x.ts"].map((path) => `import ${JSON.stringify(path)};`);
    const source = `/// <reference path="../../x.ts" />\n/// <reference path="/x.ts" />\n${texts.join("\n")}`;
    const readFile = (path: string): undefined => void asked.push(path);
    expect(listErrors(checkFiles({ "app/a.ts": source }))).toHaveLength(5);
    checkFiles({ "app/a.ts": source });
    expect(readFile("b.ts")).toBeUndefined();
    expect(asked.filter((path) => path.startsWith("/") || path.startsWith(".."))).toEqual([]);
  });
});

describe("evaluation order", () => {
  test("is depth first, in the order of the imports, each module once", () => {
    expect(
      names({
        "main.ts": 'import { b } from "./b.ts";\nimport "./c.ts";\nexport * from "./d.ts";\nb();',
        "b.ts": 'import { d } from "./d.ts";\nexport const b = () => d;',
        "c.ts": 'import * as d from "./d.ts";\nd;\nexport { e } from "./e.ts";',
        "d.ts": "export const d = 1;",
        "e.ts": "export const e = 1;",
      }),
    ).toEqual(["d.ts", "b.ts", "e.ts", "c.ts", "main.ts"]);
  });
  test("circles are legal", () => {
    const files = {
      "main.ts": 'import { b } from "./b.ts";\nexport const main = (): number => b();',
      "b.ts": 'import { c } from "./c.ts";\nexport const b = (): number => c() + 1;',
      "c.ts":
        'import { b } from "./b.ts";\nimport { main } from "./main.ts";\nexport const c = (x = 1): number => (x ? b() : main());',
    };
    expect(listErrors(checkFiles(files))).toEqual([]);
    expect(names(files)).toEqual(["c.ts", "b.ts", "main.ts"]);
    expect(names({ "main.ts": 'import { a } from "./main.ts";\nexport const a = 1;\na;' })).toEqual(["main.ts"]);
  });
  test("leaves out what is imported for its types only", () => {
    const found = checkFiles({
      "main.ts": `
        import type { A } from "./a.ts";
        import { type B } from "./b.ts";
        import { C } from "./c.ts";
        import D, * as E from "./d.ts";
        export { F } from "./f.ts";
        export type { G } from "./g.ts";
        export { C as H };
        export class K implements C { a!: A; b!: B; c = 1; d?: D; e?: E.E; f?: typeof E; g?: import("./i.ts").I }
        export function shadow(E: number): number { return E; }
      `,
      "a.ts": 'import { main } from "./none-of-it.ts";\nexport type A = typeof main;',
      "none-of-it.ts": 'import type { K } from "./main.ts";\nexport const main: K[] = [];',
      "b.ts": "export type B = 1;",
      "c.ts": "export interface C { c: number }",
      "d.ts": "export default interface D { d: number }\nexport type E = 1;",
      "f.ts": "export type F = 1;",
      "g.ts": "export class G {}",
      "i.ts": "export class I {}",
    });
    expect(listErrors(found)).toEqual([]);
    expect(found.files.map(({ fileName }) => fileName)).toEqual(["main.ts"]);
    expect(found.dependencies).toEqual(["a.ts", "b.ts", "c.ts", "d.ts", "f.ts", "g.ts", "i.ts", "none-of-it.ts"]);
  });
  test("keeps what is used as a value, in whichever way", () => {
    const found = checkFiles({
      "main.ts": `
        import { A } from "./a.ts";
        import { b } from "./b.ts";
        import { c, type T } from "./c.ts";
        import D from "./d.ts";
        import * as e from "./e.ts";
        import { E } from "./enum.ts";
        export class K extends A {}
        export const o = { b };
        export { c };
        export default D;
        export const t = (value: T) => e.e + value;
        export const first = E.First;
      `,
      "a.ts": "export class A {}",
      "b.ts": "export const b = 1;",
      "c.ts": "export const c = 1;\nexport type T = number;",
      "d.ts": "export default class D {}",
      "e.ts": "export const e = 1;",
      "enum.ts": "export enum E { First }",
    });
    expect(listErrors(found)).toEqual([]);
    expect(found.files.map(({ fileName }) => fileName)).toEqual([
      "a.ts",
      "b.ts",
      "c.ts",
      "d.ts",
      "e.ts",
      "enum.ts",
      "main.ts",
    ]);
  });
  test("declaration files give types; values cannot come from them", () => {
    const files = {
      "main.ts": 'import type { A } from "./types";\nimport { b } from "./other";\nexport const a: A = 1;\nb();',
      "types.d.ts": "export type A = number;",
      "other.d.ts": "export function b(): void;",
    };
    expect(listErrors(checkFiles(files))).toEqual([
      "main.ts:2:19 typescript_import_declaration `./other` declares values but holds no code",
    ]);
    expect(names(files)).toEqual(["main.ts"]);
  });
});
