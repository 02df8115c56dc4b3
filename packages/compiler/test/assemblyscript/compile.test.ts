import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assemblyscript from "assemblyscript";
import { describe, expect, test } from "vitest";
import { compileModule } from "../../src/assemblyscript/index.ts";
import * as kinds from "../../src/assemblyscript/syntax-kinds.ts";
import { compileSource, findEngine } from "../../src/engines/index.ts";

const counter = `let count: i32 = 0;
export function increment(by: i32): void { count += by; rune.update_data("counter", { count }); }
`;

async function codes(source: string, readFile: (path: string) => string | undefined = () => undefined) {
  const { diagnostics, module } = await compileModule({ file: "app/a.as.ts", source, readFile });
  expect(module).toBeUndefined();
  return diagnostics.map(({ code }) => code);
}

describe("output", () => {
  test("the same input gives the same bytes, whatever was compiled before", async () => {
    const input = { file: "app/a.as.ts", source: counter, readFile: () => undefined };
    const first = await compileModule(input);
    await compileModule({ ...input, source: "export function f(): void { nope(); }" });
    const second = await compileModule(input);
    expect(second.module?.bytes).toEqual(first.module?.bytes);
  });
  test("a counter is small, and development builds keep names", async () => {
    const input = { file: "app/a.as.ts", source: counter, readFile: () => undefined };
    const release = await compileModule(input);
    const debug = await compileModule(input, { release: false });
    expect(release.module?.bytes.length).toBeLessThan(12_500);
    const names = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);
    expect(names(debug.module?.bytes ?? new Uint8Array())).toContain("app/a.as/increment");
    expect(names(release.module?.bytes ?? new Uint8Array())).not.toContain("app/a.as/increment");
  });
  test("memory has the limit that was asked for", async () => {
    const input = {
      file: "a.as.ts",
      source:
        "const all: ArrayBuffer[] = [];\nexport function grow(): i32 { all.push(new ArrayBuffer(65536)); return all.length; }",
      readFile: () => undefined,
    };
    const { module } = await compileModule(input, { memoryPages: 4 });
    expect(module?.limits).toEqual({ memory_pages: 4 });
    const abort = (): never => {
      throw new Error("aborted");
    };
    const { instance } = await WebAssembly.instantiate(module?.bytes as BufferSource, { rune: { abort } });
    const { grow, memory } = instance.exports as { grow(): number; memory: WebAssembly.Memory };
    expect(() => {
      for (let i = 0; i < 10; i++) grow();
    }).toThrow(/./);
    expect(memory.buffer.byteLength).toBeLessThanOrEqual(4 * 65536);
  });
});

describe("hostile input ends as a diagnostic", () => {
  test("deep nesting", async () => {
    expect(await codes(`export function f(): i32 { return ${"(".repeat(50_000)}1${")".repeat(50_000)}; }`)).toEqual([
      "module_too_deep",
    ]);
  });
  test("a long chain of operators", async () => {
    const { diagnostics, module } = await compileModule({
      file: "a.as.ts",
      source: `export function f(x: i32): i32 { return x${" + x".repeat(30_000)}; }`,
      readFile: () => undefined,
    });
    expect(module ? [] : ["module_too_deep"]).toEqual(diagnostics.map(({ code }) => code));
    const after = await compileModule({ file: "a.as.ts", source: counter, readFile: () => undefined });
    expect(after.diagnostics).toEqual([]);
  });
  test("a huge text", async () => {
    expect(await codes(`// ${"x".repeat(2 ** 20)}`)).toEqual(["module_too_large"]);
  });
  test("an imported file that is too large, or that cannot be read", async () => {
    const source = 'import { a } from "./b";\nexport function f(): void { a(); }';
    expect(await codes(source, (path) => (path === "app/b.ts" ? "x".repeat(2 ** 21) : undefined))).toContain(
      "module_too_large",
    );
    const fail = (): never => {
      throw new Error("disk on fire");
    };
    expect(await codes(source, fail)).toContain("module_read_failed");
  });
  test.each([
    "\u0000",
    "\ud800",
    "`${",
    "/*",
    "'",
    "@",
    "export default",
    "import",
    "class {",
    "#!/x\n}",
    "for(;;",
    "\u2028<",
  ])("the text %j", async (text) => {
    const result = await compileModule({ file: "a.as.ts", source: text, readFile: () => undefined });
    expect(result.module !== undefined || result.diagnostics.length > 0).toBe(true);
  });
});

test("the controller that the editor types are tested with", async () => {
  const source = readFileSync(join(import.meta.dirname, "../../../guest/test/controller.as.ts"), "utf8");
  const { diagnostics } = await compileModule(
    { file: "a.as.ts", source, readFile: () => undefined },
    { release: false },
  );
  expect(diagnostics).toEqual([]);
});

describe("engines", () => {
  test("the suffix chooses", () => {
    expect(findEngine("app/controller.as.ts")?.name).toBe("linear");
    expect(findEngine("app/controller.ts")?.name).toBe("gc");
  });
  test("what no engine compiles says so", async () => {
    for (const file of ["app/controller.js", "app/types.d.ts"]) {
      const { diagnostics } = await compileSource({ file, source: "", readFile: () => undefined });
      expect(diagnostics).toMatchObject([{ code: "module_engine_missing", file }]);
    }
  });
});

test("the constants are AssemblyScript's", () => {
  const actual = assemblyscript as unknown as Record<string, Record<string, number>>;
  for (const [name, table] of Object.entries(kinds)) expect(actual[name]).toMatchObject(table);
});

test("every code has a section in the reference, and no other", () => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, "../../../..", file), "utf8");
  const sources = ["assemblyscript", "engines"]
    .map((area) => read(`packages/compiler/src/${area}/messages.ts`))
    .join("");
  const codes = [...sources.matchAll(/code: "(\w+)"/g)].map(([, code]) => code);
  const sections = [...read("docs/reference/errors/module.md").matchAll(/^### `(\w+)`$/gm)].map(([, code]) => code);
  expect(sections.sort()).toEqual(codes.sort());
});
