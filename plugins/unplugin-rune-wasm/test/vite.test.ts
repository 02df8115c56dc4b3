import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BuildError } from "@rune/schema";
import { build, type Rollup } from "vite";
import { afterAll, describe, expect, test } from "vitest";
import { sourceAliases } from "../../../scripts/source-aliases.mjs";
import runeWasm from "../src/vite.ts";

const folder = mkdtempSync(join(tmpdir(), "rune-wasm-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a project of these files and runs it. */
async function run(name: string, files: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const root = join(folder, name);
  mkdirSync(root);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  const output = (await build({
    root,
    configFile: false,
    logLevel: "silent",
    resolve: { alias: sourceAliases() },
    plugins: [runeWasm()],
    build: { write: false, minify: false, target: "es2022", lib: { entry: "main.ts", formats: ["es"] } },
  })) as Rollup.RollupOutput[];
  const code = output[0]?.output[0].code ?? "";
  const path = join(root, "out.mjs");
  writeFileSync(path, code.replaceAll(/import\("\.\//g, `import("${root}/`));
  for (const chunk of output[0]?.output.slice(1) ?? []) {
    if (chunk.type === "chunk") writeFileSync(join(root, chunk.fileName), chunk.code);
  }
  return (await import(/* @vite-ignore */ path)) as Record<string, unknown>;
}

describe("import from ?wasm", { timeout: 60_000 }, () => {
  test("calls a compiled module as if it were ordinary", async () => {
    const result = await run("good", {
      "main.ts": `import { add, greet, list } from "./math.as.ts?wasm";\nexport const all = [add(2, 3), greet("wörld"), list({ n: 2 })];\n`,
      "math.as.ts": `import { twice } from "./twice.as";
export function add(a: i32, b: i32): i32 { return twice(a) + b; }
export function greet(name: string): string { return "hello " + name; }
export function list(value: rune.Json): i32[] { return [value.get("n").as_i32(), 1]; }
`,
      "twice.as.ts": "export function twice(n: i32): i32 { return n * 2; }\n",
    });
    expect(result["all"]).toEqual([7, "hello wörld", [2, 1]]);
  });
  test("an error has the bundler's form, with every message", async () => {
    const failure = await run("bad", {
      "main.ts": `import { f } from "./bad.as.ts?wasm";\nf();\n`,
      "bad.as.ts": "export function f(): void {\n  one();\n  two();\n}\n",
    }).catch((error: unknown) => error as BuildError);
    const text = JSON.stringify([failure, (failure as Error).message]);
    expect(text).toContain("Cannot find name 'one'");
    expect(text).toContain("Cannot find name 'two'");
    expect(text).toContain("bad.as.ts");
  });
  test("ordinary TypeScript is compiled for WebAssembly with garbage collection", async () => {
    const result = await run("plain", {
      "main.ts": `import { half } from "./plain.ts?wasm";\nexport const all: unknown[] = [await half(3)];\n`,
      "plain.ts": "export function half(n: number): number { return n / 2; }\n",
    });
    expect(result["all"]).toEqual([1.5]);
  });
});
