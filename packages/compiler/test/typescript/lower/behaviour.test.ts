import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { differences } from "./differences.ts";
import { runProgram } from "./javascript/run.ts";
import { lowerSources } from "./lower-source.ts";

const FIXTURES = join(import.meta.dirname, "../../../../../fixtures/typescript");

type Exports = Record<string, unknown>;

/** The module itself, as TypeScript brings it to JavaScript. */
async function runSource(source: string): Promise<Exports> {
  const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(outputText)}`)) as Exports;
}

/** What each exported function gives, or throws. */
async function observe(exports: Exports): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const name of Object.keys(exports).sort()) {
    const value = exports[name];
    if (typeof value !== "function" || value.length > 0) continue;
    try {
      const result: unknown = await value();
      seen[name] = Object.is(result, -0) ? "-0" : `${typeof result} ${String(result)}`;
    } catch (error) {
      seen[name] = `throws ${String(error)}`;
    }
    // Variables have numbers in their names.
    seen[name] = (seen[name] ?? "").replaceAll(/\b(\w+)\$\d+\b/g, "$1").replaceAll(/\(0 , (\w+)\)/g, "$1");
  }
  return seen;
}

function without(seen: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(seen).filter(([name]) => !names.includes(name)));
}

function filesOf(folder: string): { name: string; path: string }[] {
  const names = readdirSync(join(FIXTURES, folder)).filter((name) => name.endsWith(".ts"));
  return names.map((name) => ({ name: `${folder}/${name}`, path: join(FIXTURES, folder, name) }));
}

describe("a lowered module, as JavaScript again, does what the module does", { timeout: 60_000 }, () => {
  it.each([...filesOf("cases"), ...filesOf("programs")])("$name", async ({ name, path }) => {
    const source = readFileSync(path, "utf8");
    const { program, diagnostics } = lowerSources({ [name]: source });
    expect(diagnostics).toEqual([]);
    const actual = await observe(await runProgram(program));
    const expected = await observe(await runSource(source));
    const different = differences[name] ?? [];
    for (const each of different) expect(actual[each], each).not.toBe(expected[each]);
    expect(without(actual, different)).toEqual(without(expected, different));
  });
});
