import { describe, expect, test } from "vitest";
import { compileTypeScript, compileTypeScriptRelease } from "../../src/typescript/compile.ts";
import { translateProgram } from "../../src/typescript/translate.ts";
import type { Instruction } from "../../src/wasm/index.ts";

const repeat = (count: number, part: (index: number) => string, between: string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);

const clauses = repeat(3000, (index) => `case ${index}: return ${index * 2};`, "\n");
const manySwitched = `export function f(x: number): number { switch (x) { ${clauses} default: return -1; } }`;
const terms = (count: number): string => repeat(count, (index) => (index % 3 === 0 ? `${index}` : "x"), " + ");

describe("what has very many parts is compiled", { timeout: 60_000 }, () => {
  test.each([
    ["a switch", manySwitched],
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
