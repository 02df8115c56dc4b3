import { describe, expect, test } from "vitest";
import { checkProgram, createCheckSession } from "../../../src/typescript/check/index.ts";
import { checkFiles, checkText, listCodes, listErrors } from "./check-files.ts";

const DEEP = 5000;
const nest = (open: string, middle: string, close = ""): string =>
  `export const a = ${open.repeat(DEEP)}${middle}${close.repeat(DEEP)};`;

describe("deep nesting ends as a diagnostic, and leaves the compiler in order", { timeout: 60_000 }, () => {
  test.each([
    ["parentheses", nest("(", "1", ")")],
    ["arrays", nest("[", "1", "]")],
    ["objects", nest("{ a: ", "1", "}")],
    ["functions", nest("() => ", "1")],
    ["bodies of functions", nest("function () { return ", "1", "}")],
    ["calls", `declare function f(x: unknown): number; ${nest("f(", "1", ")")}`],
    ["chained calls", `declare const f: any; export const a = f${"()".repeat(DEEP)};`],
    ["properties", `declare const f: any; export const a = f${".a".repeat(DEEP)};`],
    ["conditions", nest("1 ? 2 : ", "3")],
    ["unary operators", nest("- ", "1")],
    ["templates", nest("`${", "1", "}`")],
    ["powers", nest("1 ** ", "1")],
    ["assignments", `let b; ${nest("b = ", "1")}`],
    ["casts", nest("<any>", "1")],
    ["blocks", `${"{".repeat(DEEP)}${"}".repeat(DEEP)}`],
    ["else branches", `declare const b: boolean; ${"if (b) {} else ".repeat(DEEP)} {}`],
    ["loops", `${"for (;;) ".repeat(DEEP)};`],
    ["labels", Array.from({ length: DEEP }, (_, i) => `l${i}:`).join("") + ";"],
    ["classes", nest("class { a = ", "1", "}")],
    ["types", `export type A = ${"Array<".repeat(DEEP)}1${">".repeat(DEEP)};`],
    ["array types", `export type A = 1${"[]".repeat(DEEP)};`],
    ["patterns", `export const ${"[".repeat(DEEP)}a${"]".repeat(DEEP)}: any = 1;`],
    ["namespaces", `${"namespace a { ".repeat(DEEP)}${"}".repeat(DEEP)}`],
    ["open brackets", "(".repeat(50_000)],
  ])("%s", (_, text) => {
    const session = createCheckSession();
    const codes = listCodes(checkFiles({ "app/a.ts": 'import "./b";\nexport {};', "app/b.ts": text }, {}, session));
    expect(["", "module_too_deep", "typescript_error"]).toContain([...new Set(codes)].join());
    const after = checkFiles({ "app/a.ts": "function f() { return 1; }\nexport const b: string = f();" }, {}, session);
    expect(listErrors(after)).toEqual([
      expect.stringMatching(/^app\/a\.ts:2:14 .*'number' is not assignable to type 'string'/),
    ]);
  });
  test("the limit is where it is, whatever the stack", () => {
    const nested = (depth: number): string => `export const a = ${"(".repeat(depth)}1${")".repeat(depth)};`;
    expect(listErrors(checkText(nested(200)))).toEqual([]);
    expect(listErrors(checkText(nested(201)))).toEqual([
      "app/a.ts:1:219 module_too_deep the module nests too deeply to be compiled",
    ]);
    expect(listErrors(checkText(`declare const b: boolean;\n${"if (b) {} else ".repeat(900)}{}`))).toEqual([]);
    expect(listCodes(checkText(`declare const b: boolean;\n${"if (b) {} else ".repeat(1000)}{}`))).toEqual([
      "module_too_deep",
    ]);
  });
  test("names the file that is too deep", () => {
    for (const text of [nest("(", "1", ")"), `declare const f: any; export const a = f${".a".repeat(20_000)};`]) {
      const found = checkFiles({ "app/a.ts": 'import "./b";\nexport {};', "app/b.ts": text });
      expect(found.diagnostics).toMatchObject([{ code: "module_too_deep", file: "app/b.ts" }]);
      expect(found.entry.fileName).toBe("app/a.ts");
    }
  });
  test("long chains of operators are no nesting", () => {
    expect(listErrors(checkText(`export const a = 1${" + 1".repeat(2000)};`))).toEqual([]);
  });
  test("a long chain of modules", () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`m${i}.ts`, i === 299 ? "" : `import "./m${i + 1}.ts";`]),
    );
    expect(checkFiles(files).files).toHaveLength(300);
  });
  test("a type without end", () => {
    const text = "type A<T> = T extends 0 ? 1 : A<[T]> & 2;\nexport const a: A<1> = 1;";
    expect(listErrors(checkText(text)).join()).toContain("excessively deep");
  });
});

describe("large texts", { timeout: 60_000 }, () => {
  test("half a megabyte of data", () => {
    const rows = Array.from(
      { length: 6000 },
      (_, i) => `  { id: ${i}, name: "the name of number ${i}", tags: ["a", "b"], done: false },`,
    );
    const text = `interface Row { id: number; name: string; tags: string[]; done: boolean }\nexport const rows: Row[] = [\n${rows.join("\n")}\n];\n`;
    expect(text.length).toBeGreaterThan(400_000);
    expect(listErrors(checkText(text))).toEqual([]);
  });
  test("more than the limit, imported or not", () => {
    const large = `// ${"x".repeat(2 ** 20)}`;
    expect(listErrors(checkText(large))).toEqual([
      "app/a.ts module_too_large the module has 1048579 characters; 1048576 are allowed",
    ]);
    expect(listErrors(checkFiles({ "app/a.ts": 'import "./b.ts";', "app/b.ts": large }))).toEqual([
      expect.stringMatching(/^app\/b\.ts module_too_large/),
    ]);
  });
});

describe("odd texts", () => {
  test.each([
    ["", []],
    ["\uFEFF", []],
    ["\r\n\r\n", []],
    ["export const a = '\u0000\uD800';", []],
    ["#!/usr/bin/env node\nexport const a = 1;", []],
    ["export const a = `\u2028\u2029`;\u2028", []],
  ])("%j is clean", (text, expected) => {
    expect(listErrors(checkText(text))).toEqual(expected);
  });
  test.each([
    "\u0000",
    "\uD800",
    "\uDC00 = 1",
    "`${",
    "/*",
    "'",
    "@",
    "export default",
    "import",
    "import from",
    "import a from b",
    "import { a } from './\uD800.ts'",
    "import './\u0000.ts'",
    "class {",
    "for(;;",
    "\u2028<",
    "<<<<<<< ours\n=======\n>>>>>>> theirs",
    "let a = /(/;",
    "function f(",
    "export = 1;",
    "import a = require('b');",
    "return 1;",
    "const enum E { A = 'a'.length, }",
    "type A = A;",
    "class A extends A {}",
    "enum E { A = B, B = A }",
    '/// <reference no-default-lib="true" />\nlet a: string = 1;',
    '/// <reference path="./none.ts" />',
    '/// <reference lib="none" />',
    "// @ts-nocheck\nconst a: = 1;",
  ])("%j has a diagnostic with a code", (text) => {
    const found = checkText(text);
    expect(found.diagnostics.length).toBeGreaterThan(0);
    for (const { code, message } of found.diagnostics)
      expect([code, message].join()).toMatch(/^(?:typescript|module)_\w+,./);
  });
  test("comments that silence TypeScript silence its errors only", () => {
    expect(listErrors(checkText("// @ts-nocheck\nexport const a: string = 1;"))).toEqual([]);
    expect(listCodes(checkText("// @ts-ignore\neval('1');"))).toEqual(["typescript_unsupported_eval"]);
  });
});

test("a file that cannot be read", () => {
  const readFile = (): never => {
    throw new Error("disk on fire");
  };
  const { diagnostics } = checkProgram({ file: "a.ts", source: 'import "./b.ts";', readFile });
  expect(diagnostics).toMatchObject([
    { code: "module_read_failed", file: "b.ts", message: "the file could not be read: disk on fire" },
  ]);
});

test("names that are special to JavaScript", () => {
  const found = checkFiles({
    "__proto__/constructor.ts":
      'import { toString } from "./toString.ts";\nimport { a } from "./__proto__";\ntoString(a);',
    "__proto__/toString.ts": "export const toString = (x: number): number => x;",
    "__proto__/__proto__.ts": "export const a = 1;",
  });
  expect(listErrors(found)).toEqual([]);
  expect(found.files).toHaveLength(3);
});

test.each(["", "/a.ts", "../a.ts", "a/./b.ts", "a\\b.ts", "a.js", "a.tsx", "a.d.ts"])(
  "the path %j is the caller's fault",
  (file) => {
    expect(() => checkProgram({ file, source: "", readFile: () => undefined })).toThrow(TypeError);
  },
);
