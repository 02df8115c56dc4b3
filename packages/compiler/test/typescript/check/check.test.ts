import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hostFunctions } from "@rune/schema";
import { checkFiles, checkText, listErrors } from "./check-files.ts";

describe("errors", () => {
  test("a clean module has none, and its syntax tree and types are there", () => {
    const { checker, diagnostics, entry, files } = checkText("export const x = [1, 2].map((each) => `${each}`);\n");
    expect(diagnostics).toEqual([]);
    expect(files).toEqual([entry]);
    expect(entry.fileName).toBe("app/a.ts");
    const [symbol] = checker.getExportsOfModule(checker.getSymbolAtLocation(entry)!);
    expect(checker.typeToString(checker.getTypeOfSymbol(symbol!))).toBe("string[]");
  });
  test("code that only runs where a name exists that nothing declares may be anything", () => {
    const guarded = [
      'if (typeof Widget !== "undefined" && value instanceof Widget) return value.size;',
      'return typeof Widget == "function" ? new Widget(value) : 0;',
    ];
    const source = (lines: string[]): string =>
      `export function size(value: { x: 1 } | number): unknown {\n${lines.join("\n")}\n}\n`;
    expect(listErrors(checkText(source(guarded)))).toEqual([]);
    const outside = 'if (typeof Widget !== "undefined") return 1;\nelse return value.size;';
    expect(listErrors(checkText(source([outside])))).toHaveLength(1);
    const otherwise = 'return typeof Widget === "undefined" ? value.size : 1;';
    expect(listErrors(checkText(source([otherwise])))).toHaveLength(1);
  });
  test("TypeScript's own text, with its number, the place and the frame", () => {
    const { diagnostics } = checkText('const a = 1;\r\nexport const b: number = "x";\r\n');
    expect(diagnostics).toEqual([
      {
        severity: "error",
        code: "typescript_error",
        message: "Type 'string' is not assignable to type 'number' (TS2322)",
        file: "app/a.ts",
        range: { start: { line: 2, column: 14, offset: 27 }, end: { line: 2, column: 15, offset: 28 } },
        frame: '  1 | const a = 1;\n> 2 | export const b: number = "x";\n    |              ^\n  3 |',
      },
    ]);
  });
  test("the reasons of an error follow its first line", () => {
    expect(listErrors(checkText("export const a: { b: { c: number } } = { b: {} as { c: string } };"))).toEqual([
      "app/a.ts:1:42 typescript_error Type '{ c: string; }' is not assignable to type '{ c: number; }' (TS2322)\n" +
        "  Types of property 'c' are incompatible.\n    Type 'string' is not assignable to type 'number'.",
    ]);
  });
  test("errors of syntax alone, where there are any", () => {
    expect(listErrors(checkText('const a: number = "x";\nconst = 2;\n'))).toEqual([
      "app/a.ts:2:7 typescript_error Variable declaration expected (TS1134)",
      "app/a.ts:2:9 typescript_error Variable declaration expected (TS1134)",
    ]);
  });
  test("errors of all files, ordered by file and place", () => {
    const found = checkFiles({
      "app/b.ts": 'import { a } from "./a.ts";\nexport const b: string = a;\nnope();\n',
      "app/a.ts": "export const a: number = nothing;\n",
    });
    expect(listErrors(found)).toEqual([
      "app/a.ts:1:26 typescript_error Cannot find name 'nothing' (TS2304)",
      "app/b.ts:2:14 typescript_error Type 'number' is not assignable to type 'string' (TS2322)",
      "app/b.ts:3:1 typescript_error Cannot find name 'nope' (TS2304)",
    ]);
  });
  test("a byte order mark moves no place", () => {
    expect(listErrors(checkText('\uFEFFlet a: number = "";\n'))).toEqual(
      listErrors(checkText('let a: number = "";\n')),
    );
  });
  test("more than fifty are counted", () => {
    const found = listErrors(checkText(Array.from({ length: 70 }, (_, i) => `missing${i};`).join("\n")));
    expect(found).toHaveLength(51);
    expect(found[49]).toContain("app/a.ts:50:1");
    expect(found[50]).toBe("app/a.ts typescript_more_errors 20 more errors are not shown");
  });
});

describe("the language", () => {
  test("is strict by default", () => {
    expect(listErrors(checkText("export function f(x) { return x; }"))[0]).toContain("implicitly has an 'any' type");
    expect(listErrors(checkText("export const a: string = null;"))).toHaveLength(1);
  });
  test("every file is a module, whose names are its own", () => {
    expect(listErrors(checkText("const name = 1;\nconst console = 2;\nconst rune = 3;\nlet Array = 4;"))).toEqual([]);
  });
  test("is as strict as the author's options say", () => {
    const text = "export function f(x) { return x; }\nexport const a: string = null;";
    expect(listErrors(checkText(text, { compilerOptions: { strict: false } }))).toEqual([]);
    const { diagnostics } = checkText("export const a = [1][0].toFixed();", {
      compilerOptions: { noUncheckedIndexedAccess: true },
    });
    expect(diagnostics[0]?.message).toContain("possibly 'undefined'");
  });
  test("options that change what a program means are not the author's", () => {
    const compilerOptions = {
      experimentalDecorators: true,
      noLib: true,
      lib: ["lib.dom.d.ts"],
      noEmit: false,
      target: 1,
    };
    expect(listErrors(checkText("export const a = [1n].at(-1);", { compilerOptions }))).toEqual([]);
  });
});

describe("the library", () => {
  test("is that of ES2023", () => {
    const text = `
      export const sorted: number[] = [2, 1].toSorted();
      export const last: number | undefined = [1].findLast((each) => each > 0);
      export const map: Map<string, number> = new Map([["a", 1]]);
      export const big: bigint = 2n ** 64n;
      export const owns: boolean = Object.hasOwn({}, "a");
      export const cause: unknown = new Error("a", { cause: 1 }).cause;
      export async function* each(): AsyncGenerator<number> { yield await Promise.any([1]); }
      export const bytes: Uint8Array = new Uint8Array([1]).with(0, 2);
      export const text: string = "a".replaceAll("a", "b").at(0) ?? "";
    `;
    expect(listErrors(checkText(text))).toEqual([]);
  });
  test("has what every platform has", () => {
    const text = `
      console.log("a", 1, { b: 2 });
      console.assert(true);
      const id: number = setTimeout((a: number, b: string) => console.error(a, b), 10, 1, "b");
      clearTimeout(id);
      clearInterval(setInterval(() => {}, 1));
      queueMicrotask(() => {});
      export const copy: { a: number[] } = structuredClone({ a: [1] });
      export const text: string = new TextDecoder("utf-8", { fatal: true }).decode(new TextEncoder().encode("ä"));
    `;
    expect(listErrors(checkText(text))).toEqual([]);
    expect(listErrors(checkText("await new Promise((done) => setTimeout(done, 10));"))).toEqual([]);
    expect(listErrors(checkText("setTimeout((a: number) => a, 10, 'b');"))).toHaveLength(1);
  });
  test("has every function of the host and the guest library in `rune`, save those that only AssemblyScript needs", () => {
    const types = readFileSync(join(import.meta.dirname, "../../../../guest/types/rune.d.ts"), "utf8");
    const ofGuest = [...types.matchAll(/^ {2}function (\w+)/gm)].map(([, name = ""]) => name);
    expect(ofGuest).toContain("update_data");
    const dialect = new Set([
      "abort",
      "array",
      "http_fetch",
      "json",
      "null_value",
      "object",
      "parse",
      "to_fixed",
      "try_parse",
    ]);
    const names = [...Object.keys(hostFunctions), ...ofGuest].filter((name) => !dialect.has(name));
    expect(listErrors(checkText(names.map((name) => `rune.${name};`).join("\n")))).toEqual([]);
  });
  test("`rune` takes values of the author's own types as data", () => {
    const text = `
      interface Todo { id: number; title: string; done?: boolean }
      const todos: Todo[] = [];
      const saved: string | null = rune.get_local_state("todos");
      export function add(title: string): void {
        todos.push({ id: rune.get_time_ms(), title: saved ?? title });
        rune.update_data("list", { todos, empty: todos.length === 0 });
      }
    `;
    expect(listErrors(checkText(text))).toEqual([]);
    expect(listErrors(checkText('rune.update_data("list", 5);\nrune.fly();'))).toHaveLength(2);
  });
  test("a comment that asks for types: those of the guest are there, others not", () => {
    expect(listErrors(checkText('/// <reference types="@rune/guest" />\nrune.uuid_v4();'))).toEqual([]);
    expect(listErrors(checkText('/// <reference types="node" />\n'))[0]).toContain("'node'");
    expect(listErrors(checkText('/// <reference lib="dom" />\ndocument;')).join()).toContain("document");
  });
  test.each([
    ["document.title", "exports"],
    ["addEventListener('x', () => {})", "data-onclick"],
    ["window", "exports"],
    ["localStorage.getItem('a')", "rune.get_local_state"],
    ["await fetch('/a')", "pass in the result"],
    ["await fetch('/a')", "rune.assets_fetch_text"],
    ["location.href", "rune.navigate"],
    ["alert('a')", "rune.show_overlay"],
    ["process.env", "Node.js"],
    ["Buffer.from('a')", "TextEncoder"],
    ["require('fs')", "import"],
    ["crypto.randomUUID()", "rune.uuid_v4"],
    ["performance.now()", "rune.get_time_ms"],
    ["new URL('a:b')", "strings"],
    ["0 as f64", "`number`"],
    ["0 as i32", "*.as.ts"],
    ["true as bool", "`boolean`"],
  ])("names the alternative to %s", (text, alternative) => {
    const [first] = checkText(`export const a = ${text};`).diagnostics;
    expect(first?.message).toMatch(/^Cannot find name '\w+' \(TS\d+\)$/);
    expect(first?.hint).toContain(alternative);
  });
});
