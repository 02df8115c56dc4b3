import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { BuildError } from "@rune/schema";
import { build, createBuilder, type Rollup } from "vite";
import { afterAll, describe, expect, test } from "vitest";
import { sourceAliases } from "../../../scripts/source-aliases.mjs";
import type { RuneWasmOptions } from "../src/index.ts";
import runeWasm from "../src/vite.ts";

const folder = mkdtempSync(join(tmpdir(), "rune-wasm-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a project of these files and runs it. */
async function run(
  name: string,
  files: Readonly<Record<string, string>>,
  options: RuneWasmOptions = {},
): Promise<Record<string, unknown>> {
  const root = join(folder, name);
  mkdirSync(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const output = (await build({
    root,
    configFile: false,
    logLevel: "silent",
    resolve: { alias: sourceAliases() },
    plugins: [runeWasm(options)],
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
  test("ordinary TypeScript is used as what it is", async () => {
    const result = await run("plain", {
      "main.ts": `import { half, Counter, counted, default as main } from "./plain.ts?wasm";
import { init } from "./plain.ts?wasm&init";
const counter = new Counter(2);
counter.add().add();
const before = counted;
const other = await init();
export const all: unknown[] = [half(3), counter instanceof Counter, counter.value, before, counted, main({ a: [1, 2] }), other.counted];
`,
      "plain.ts": `import { two } from "./two.ts";
export function half(n: number): number { return n / two; }
export let counted = 0;
export class Counter { value = 0; constructor(private step: number) {} add(): this { this.value += this.step; counted++; return this; } }
export default function main(o: { a: number[] }): number[] { return o.a.map((x) => x * 10); }
`,
      "two.ts": "export const two = 2;\n",
    });
    expect(result["all"]).toEqual([1.5, true, 4, 2, 2, [10, 20], 0]);
  });
  test("a build is a release, unless the options say otherwise", async () => {
    const files = {
      "main.ts": `import { add } from "./add.ts?wasm";\nexport const sum = add(["a", "b"]);\n`,
      "add.ts": `export function add(items: string[]): string { return items.map((each) => each + "!").join(); }\n`,
    };
    expect((await run("release", files))["sum"]).toBe("a!,b!");
    expect((await run("debug", files, { release: false }))["sum"]).toBe("a!,b!");
    const size = (name: string): number => readFileSync(join(folder, name, "out.mjs")).length;
    expect(size("release")).toBeLessThan(size("debug"));
  });
  test("queries that are not the plugin's are refused", async () => {
    const files = { "main.ts": `import { init } from "./a.ts?init&wasm";\ninit();\n`, "a.ts": "export const a = 1;\n" };
    await expect(run("query", files)).rejects.toThrow("./file.ts?wasm&init");
  });
  test("what imports give is declared", async () => {
    await run("declared", {
      "tsconfig.json": "{}",
      "main.ts": `import { total } from "./src/sum.ts?wasm";\nexport const all = total([1]);\n`,
      "src/sum.ts": `export interface Item<T extends string = string> { name: T }
export class Box<T> { constructor(public value: T) {} }
export function total(items: number[]): number { return items.length; }
export let last = 0;
export default total;
`,
    });
    expect(readFileSync(join(folder, "declared/src/rune-wasm.d.ts"), "utf8"))
      .toBe(`// What imports with \`?wasm\` give. Written by unplugin-rune-wasm.

// module src/sum.ts
declare module "*/sum.ts?wasm" {
  export const total: typeof import("./sum.ts").total;
  export type Item<T extends string = string> = import("./sum.ts").Item<T>;
  export const Box: typeof import("./sum.ts").Box;
  export type Box<T> = import("./sum.ts").Box<T>;
  export let last: typeof import("./sum.ts").last;
  const _4: typeof import("./sum.ts").default;
  export default _4;
}
declare module "*/sum.ts?wasm&init" {
  /** Makes an instance of the module and gives what it exports. */
  export function init(): Promise<typeof import("./sum.ts")>;
}
`);
  });
  test("files of one name are told apart by their folders", async () => {
    await run("namesakes", {
      "tsconfig.json": "{}",
      "main.ts": `import { a } from "./one/same.ts?wasm";\nimport { b } from "./two/same.ts?wasm";\nexport const all = [a(), b()];\n`,
      "one/same.ts": "export function a(): number { return 1; }\n",
      "two/same.ts": "export function b(): number { return 2; }\n",
    });
    const declared = readFileSync(join(folder, "namesakes/rune-wasm.d.ts"), "utf8");
    expect(declared).toContain('declare module "*/one/same.ts?wasm" {');
    expect(declared).toContain('declare module "*/two/same.ts?wasm&init" {');
    expect(declared).not.toContain('"*/same.ts');
  });
  test("one plugin builds for several environments at once", async () => {
    const root = join(folder, "environments");
    mkdirSync(root);
    const names = ["one", "two", "three"];
    for (const name of names) {
      writeFileSync(join(root, `${name}.js`), `export { f } from "./${name}.ts?wasm";\n`);
      writeFileSync(join(root, `${name}.ts`), `export function f(): string { return "${name}"; }\n`);
    }
    const builder = await createBuilder({
      root,
      configFile: false,
      logLevel: "silent",
      resolve: { alias: sourceAliases() },
      plugins: [runeWasm({ inlineLimit: 0 })],
      builder: { sharedConfigBuild: true, sharedPlugins: true },
      build: { write: false },
      environments: Object.fromEntries(
        names.map((name) => [
          name,
          { consumer: "client", build: { rollupOptions: { input: `${name}.js`, preserveEntrySignatures: "strict" } } },
        ]),
      ),
    });
    const outputs = (await Promise.all(
      names.map((name) => builder.build(builder.environments[name]!)),
    )) as Rollup.RollupOutput[];
    for (const [i, { output }] of outputs.entries()) {
      const assets = output.flatMap((file) => (file.type === "asset" ? [file.fileName] : []));
      expect(assets).toEqual([expect.stringContaining(`${names[i]}-`)]);
    }
  });
});
