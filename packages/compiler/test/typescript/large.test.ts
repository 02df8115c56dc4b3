import { describe, expect, test } from "vitest";
import { compileTypeScript, compileTypeScriptRelease } from "../../src/typescript/compile.ts";
import { translateProgram } from "../../src/typescript/translate.ts";
import type { Instruction } from "../../src/wasm/index.ts";

const repeat = (count: number, part: (index: number) => string, between: string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);

const clauses = repeat(3000, (index) => `case ${index}: return ${index * 2};`, "\n");
const manySwitched = `export function f(x: number): number { switch (x) { ${clauses} default: return -1; } }`;
const names = ["a", "b", "c", "d"];
const givenEachOther = `export function f(count: number): string {
  ${repeat(4, (index) => `let ${names[index]}: string | null = "${index}";`, "\n")}
  for (let i = 0; i < count; i++) {
    ${repeat(48, (index) => `if (i > ${index}) ${names[(index * 3 + 1) % 4]} = ${names[index % 4]};`, "\n")}
  }
  return a + b + c + d;
}`;
const terms = (count: number): string => repeat(count, (index) => (index % 3 === 0 ? `${index}` : "x"), " + ");

describe("what has very many parts is compiled", { timeout: 60_000 }, () => {
  test.each([
    ["a switch", manySwitched],
    ["variables that are given each other", givenEachOther],
    [
      "a template",
      `export function f(x: string): string { return \`${repeat(3000, (index) => `\${x}${index}`, "")}\`; }`,
    ],
    ["a sum", `export function f(x: number): number { return ${terms(1500)}; }`],
    ["texts in a row", `export function f(x: string): string { return ${terms(1500)}; }`],
  ])("%s", (_, source) => {
    const { module, diagnostics } = compileTypeScript({ file: "app/a.ts", source, readFile: () => undefined });
    expect(diagnostics).toEqual([]);
    expect(module?.bytes.length).toBeGreaterThan(1000);
  });
  test("an array literal, in pieces that engines take", () => {
    const source = `export const a = [${repeat(20_001, String, ", ")}];`;
    const { translated } = translateProgram({ file: "app/a.ts", source, readFile: () => undefined });
    const sizes: number[] = [];
    const waiting: Instruction[] =
      translated?.wasm.functions.flatMap((each) => ("body" in each ? each.body : [])) ?? [];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (next.kind === "array_fixed") sizes.push(next.operands.length);
      waiting.push(...next.operands, ...("body" in next ? next.body : []));
    }
    expect(sizes.filter((size) => size > 0).sort((a, b) => a - b)).toEqual(expect.arrayContaining([1, 10_000, 10_000]));
    expect(Math.max(...sizes)).toBe(10_000);
  });
  test("functions with more parameters than engines take", () => {
    const parameters = repeat(1100, (index) => `p${index}: number`, ", ");
    const given = repeat(1100, String, ", ");
    const source = `class Row { constructor(${parameters.replaceAll("p", "readonly p")}) {} }
      const sum = (${parameters}): number => p0 + p1099;
      function difference(${parameters}): number { return p0 - p1099; }
      const both = [sum, difference, (x: number): number => x];
      export const y = sum(${given}) + difference(${given}) + both[1]!(${given}) + new Row(${given}).p7;`;
    const { translated, diagnostics } = translateProgram({ file: "app/a.ts", source, readFile: () => undefined });
    expect(diagnostics).toEqual([]);
    const counts = translated?.wasm.functions.map(({ type }) => type.params.length) ?? [];
    expect(counts.length).toBeGreaterThan(3);
    expect(Math.max(...counts)).toBeLessThan(20);
  });
  test("a switch, for release", async () => {
    const input = { file: "app/a.ts", source: manySwitched, readFile: () => undefined };
    const { module, diagnostics } = await compileTypeScriptRelease(input);
    expect(diagnostics).toEqual([]);
    expect(module?.bytes.length).toBeGreaterThan(1000);
  });
});

describe("what nests too deeply is said with its place", { timeout: 60_000 }, () => {
  test.each([
    ["parentheses", `x = ${"(".repeat(10_000)}1${")".repeat(10_000)};`],
    ["array literals", `console.log(${"[".repeat(10_000)}${"]".repeat(10_000)});`],
    ["else branches", repeat(3000, (index) => `if (x === ${index}) { x = 1; }`, " else ")],
    ["conditions", `x = ${repeat(6000, (index) => `x !== ${index}`, " && ")} ? 1 : 2;`],
  ])("%s", (_, statement) => {
    const source = `let x = 1;\n${statement}\nexport const y = x;\n`;
    const { module, diagnostics } = compileTypeScript({ file: "app/a.ts", source, readFile: () => undefined });
    expect(module).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "module_too_deep", file: "app/a.ts", range: { start: { line: 2 } } }]);
    expect(diagnostics[0]?.frame).toContain("> 2 |");
  });
});

const classes = (count: number): string =>
  repeat(count, (index) => `class C${index + 1} extends C${index} { f${index} = ${index}; }`, "\n");
const hierarchy = (count: number): string =>
  `class C0 { a = 0; }\n${classes(count)}\nexport const made: C0[] = [new C${count}(), new C3()];`;

describe("what no engine takes", { timeout: 60_000 }, () => {
  const many = repeat(1100, (index) => `p${index}: number`, ", ");
  test.each([
    ["a class that extends too many", hierarchy(64), "C64", 65],
    [
      "a class with too many fields",
      `\nclass Big { ${repeat(10_001, (index) => `f${index} = ${index};`, " ")} }\nexport const f = () => new Big().f3;`,
      "Big",
      2,
    ],
    ["an exported function with too many parameters", `\nexport function f(${many}): number { return p0; }`, "f", 2],
    ["an exported class with too many", `export class A { constructor(${many}) {} }`, "A", 1],
    ["a callback with too many", `\n\nexport function call(f: (${many}) => void): unknown { return f; }`, "call", 3],
  ])("%s is refused, with its place", (_, source, name, line) => {
    const { module, diagnostics } = compileTypeScript({ file: "app/a.ts", source, readFile: () => undefined });
    expect(module).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: "typescript_engine_limit",
      message: expect.stringContaining(`\`${name}\` has more than `) as string,
      file: "app/a.ts",
      range: { start: { line } },
    });
    expect(diagnostics[0]?.frame).toContain(name);
  });
  test("a class that extends as many as engines take is compiled", () => {
    const { diagnostics } = compileTypeScript({ file: "app/a.ts", source: hierarchy(63), readFile: () => undefined });
    expect(diagnostics).toEqual([]);
  });
  test("objects with more properties than structs have fields are dictionaries", () => {
    const properties = repeat(10_050, (index) => `k${index}: ${index}`, ", ");
    const source = `const table = { ${properties} }; export const sum = (): number => (table.k3 += 4) + table.k10049;
      export interface In { ${properties.replaceAll(/: \d+/g, ": number")} }
      export const first = (given: In): number => given.k0;`;
    const { translated, diagnostics } = translateProgram({ file: "app/a.ts", source, readFile: () => undefined });
    expect(diagnostics).toEqual([]);
    expect(translated?.interface.types.map(({ type }) => type)).toContain("dictionary");
  });
});
