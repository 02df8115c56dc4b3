// The worker is a file of the built package, so this suite tests `dist`; `npm test` builds first.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CompileModuleResult } from "@rune/compiler/engines";
import type { ModuleCompiler } from "../src/internal.ts";

let compiler: ModuleCompiler;
let other: ModuleCompiler;

beforeAll(async () => {
  const built = pathToFileURL(join(import.meta.dirname, "../dist/internal.js")).href;
  const { createModuleCompiler } = (await import(/* @vite-ignore */ built)) as typeof import("../src/internal.ts");
  compiler = createModuleCompiler();
  other = createModuleCompiler();
}, 60_000);
afterAll(() => Promise.all([compiler.close(), other.close()]));

const importing = 'import { b } from "./b";\nexport function f(): i32 { return b(); }\n';

describe("compiler in a worker", { timeout: 60_000 }, () => {
  test("requests that overlap each read their own files", async () => {
    const results = await Promise.all(
      [1, 22, 333].map((n) =>
        compiler.compile({
          file: "app/a.as.ts",
          source: importing,
          readFile: (path) => (path === "app/b.ts" ? `export function b(): i32 { return ${n}; }` : undefined),
        }),
      ),
    );
    const values = await Promise.all(
      results.map(async ({ module }) => {
        const { instance } = await WebAssembly.instantiate(module?.bytes as BufferSource, {});
        return (instance.exports as { f(): number }).f();
      }),
    );
    expect(values).toEqual([1, 22, 333]);
  });
  test("a file that cannot be read is a file that is missing", async () => {
    const { diagnostics } = await compiler.compile({
      file: "a.as.ts",
      source: importing,
      readFile: () => {
        throw new Error("no disk");
      },
    });
    expect(diagnostics).toMatchObject([{ code: "module_import_missing" }]);
  });
  test("nobody begins with what is aborted", async () => {
    const gone = new AbortController();
    const reads: string[] = [];
    const ask = (source: string, onRead: () => void, signal?: AbortSignal): Promise<CompileModuleResult> =>
      compiler.compile({
        file: "a.as.ts",
        source,
        readFile(path) {
          reads.push(source);
          onRead();
          return path === "b.ts" ? "export function b(): i32 { return 1; }" : undefined;
        },
        signal,
      });
    // Those of one file wait for each other.
    const first = ask(importing, () => gone.abort());
    const dropped = ask(`${importing}// edited`, () => {}, gone.signal);
    await expect(dropped).rejects.toMatchObject({ name: "AbortError" });
    expect((await first).module).toBeDefined();
    expect(new Set(reads)).toEqual(new Set([importing]));
    await expect(ask(importing, () => {}, gone.signal)).rejects.toMatchObject({ name: "AbortError" });
  });
  test("who closes a compiler leaves others at their work", async () => {
    const { module } = await other.compile({
      file: "a.as.ts",
      source: importing,
      readFile(path) {
        void compiler.close();
        return path === "b.ts" ? "export function b(): i32 { return 1; }" : undefined;
      },
    });
    expect(module).toBeDefined();
    await other.close();
  });
  test("works again after it was closed, and what was under way fails", async () => {
    const input = { file: "a.as.ts", source: "export function f(): i32 { return 1; }", readFile: () => undefined };
    await compiler.compile(input);
    let closing: Promise<void> | undefined;
    const interrupted = compiler.compile({
      file: "b.as.ts",
      source: importing,
      // The worker waits for the file.
      readFile() {
        closing = compiler.close();
        return undefined;
      },
    });
    await expect(interrupted).rejects.toThrow("worker has ended");
    await closing;
    expect((await compiler.compile(input)).module?.exports).toHaveLength(1);
  });
});
