import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompileModuleResult } from "@rune/compiler/engines";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheCompiler } from "../src/core/cache/cached-compiler.ts";
import { findCacheFolder, openDiskCache, pruneFolder } from "../src/core/cache/disk-cache.ts";
import type { ModuleCompiler } from "../src/core/module-compiler.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rune-cache-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the cache on the disk", () => {
  it("is in the nearest `node_modules`", () => {
    mkdirSync(join(folder, "node_modules"));
    mkdirSync(join(folder, "packages/app"), { recursive: true });
    expect(findCacheFolder(join(folder, "packages/app"))).toBe(join(folder, "node_modules/.cache/rune"));
    mkdirSync(join(folder, "packages/app/node_modules"));
    expect(findCacheFolder(join(folder, "packages/app"))).toBe(join(folder, "packages/app/node_modules/.cache/rune"));
    expect(findCacheFolder("/")).toBeUndefined();
  });

  it("takes many writers of one key, of whom one has written", async () => {
    const caches = Array.from({ length: 20 }, () => openDiskCache(join(folder, "cache")));
    const texts = caches.map((_, i) => new TextEncoder().encode(String(i).repeat(10_000)));
    await Promise.all(caches.map((cache, i) => cache.set("key", texts[i] ?? new Uint8Array())));
    const found = await caches[0]?.get("key");
    expect(texts.some((text) => Buffer.from(text).equals(found ?? new Uint8Array()))).toBe(true);
    expect(readdirSync(join(folder, "cache"))).toEqual(["key"]);
  });

  it("takes nothing for what it is not: what is damaged, cut off, or kept under another key", async () => {
    const cache = openDiskCache(folder);
    const bytes = new TextEncoder().encode("what was made of one");
    const write = (): Promise<void[]> => Promise.all([cache.set("one", bytes), cache.set("other", bytes.slice(5))]);
    const path = join(folder, "one");
    const damages: (() => void)[] = [
      () => copyFileSync(join(folder, "other"), path),
      () => truncateSync(path, 40),
      () => truncateSync(path, 0),
      () => writeFileSync(path, readFileSync(path).fill(120, 34, 35)),
      () => rmSync(path),
      () => {
        rmSync(path);
        mkdirSync(path);
      },
      () => {
        rmSync(path);
        symlinkSync("one", path);
      },
    ];
    for (const damage of damages) {
      await write();
      expect(await cache.get("one")).toEqual(Buffer.from(bytes));
      damage();
      expect(await cache.get("one")).toBeUndefined();
      rmSync(path, { recursive: true, force: true });
    }
  });

  it("drops what was used least lately", async () => {
    const cache = openDiskCache(folder, 2500);
    for (const [i, key] of ["a", "b", "c", "d"].entries()) {
      await cache.set(key, new Uint8Array(1000));
      utimesSync(join(folder, key), i, i);
    }
    await cache.get("a");
    await cache.prune();
    expect(readdirSync(folder).sort()).toEqual(["a", "d"]);
  });

  it("counts what is in folders, too", async () => {
    for (const [i, name] of ["a", "b", "c"].entries()) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "math.wasm"), new Uint8Array(1000));
      utimesSync(join(folder, name, "math.wasm"), i, i);
    }
    await pruneFolder(folder, 1500);
    expect(readdirSync(folder, { recursive: true }).filter((name) => name.includes("math"))).toEqual(["c/math.wasm"]);
  });
});

describe("a compiler with a cache", () => {
  let compiled: number;
  let texts: Record<string, string>;
  let codes: string[];
  const compiler: ModuleCompiler = {
    async compile({ file, source, readFile }) {
      compiled++;
      const bytes = new TextEncoder().encode([file, source, readFile("one.ts"), readFile("two.ts")].join("|"));
      return {
        module: { bytes },
        diagnostics: codes.map((code) => ({ severity: "error", code, message: code })),
      } as unknown as CompileModuleResult;
    },
    checkViews: async ({ views }) => {
      compiled++;
      return views.map(() => []);
    },
    async close() {},
  };
  beforeEach(() => {
    compiled = 0;
    texts = { "one.ts": "1" };
    codes = [];
  });

  async function compile(source: string, release = false): Promise<string> {
    const cached = cacheCompiler(compiler, () => openDiskCache(folder));
    const { module } = await cached.compile({ file: "a.ts", source, readFile: (path) => texts[path] }, { release });
    // What is kept is on the disk by then.
    await cached.close();
    return new TextDecoder().decode(module?.bytes);
  }

  it("compiles what has changed: the source, the options, or a file that it reads, or that appears", async () => {
    expect(await compile("x")).toBe("a.ts|x|1|");
    expect(await compile("x")).toBe("a.ts|x|1|");
    expect(compiled).toBe(1);
    expect(await compile("y")).toBe("a.ts|y|1|");
    expect(compiled).toBe(2);
    await compile("x", true);
    expect(compiled).toBe(3);
    texts["one.ts"] = "changed";
    expect(await compile("x")).toBe("a.ts|x|changed|");
    texts["two.ts"] = "new";
    expect(await compile("x")).toBe("a.ts|x|changed|new");
    expect(compiled).toBe(5);
    expect(await compile("x")).toBe("a.ts|x|changed|new");
    expect(compiled).toBe(5);
  });

  it("compiles once what is asked for again meanwhile, unless a file has changed", async () => {
    const cached = cacheCompiler(compiler, () => openDiskCache(folder));
    const input = { file: "a.ts", source: "x", readFile: (path: string): string | undefined => texts[path] };
    const ask = async (): Promise<string> => new TextDecoder().decode((await cached.compile(input)).module?.bytes);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(["a.ts|x|1|", "a.ts|x|1|", "a.ts|x|1|"]);
    expect(compiled).toBe(1);
    const first = cached.compile({ ...input, source: "y" });
    const second = cached.compile({ ...input, source: "y", readFile: () => "edited" });
    const decode = async (result: typeof first): Promise<string> =>
      new TextDecoder().decode((await result).module?.bytes);
    expect([await decode(first), await decode(second)]).toEqual(["a.ts|y|1|", "a.ts|y|edited|edited"]);
    await cached.close();
  });

  it("compiles for the others what the first who asked for it gave up", async () => {
    let fail = (): void => {};
    const failing: ModuleCompiler = {
      ...compiler,
      compile: (input) =>
        compiled++ === 0
          ? new Promise((_resolve, reject) => (fail = () => reject(new Error("given up"))))
          : compiler.compile(input),
    };
    const cached = cacheCompiler(failing, () => openDiskCache(folder));
    const input = { file: "a.ts", source: "x", readFile: (path: string): string | undefined => texts[path] };
    const first = cached.compile(input);
    const second = cached.compile(input);
    await expect.poll(() => compiled).toBe(1);
    fail();
    await expect(first).rejects.toThrow("given up");
    expect(new TextDecoder().decode((await second).module?.bytes)).toBe("a.ts|x|1|");
    await cached.close();
  });

  it("keeps nothing of a file that changed while it was read again and again", async () => {
    const edited = cacheCompiler(
      {
        ...compiler,
        async compile(input) {
          input.readFile("one.ts");
          texts["one.ts"] = "changed";
          return compiler.compile(input);
        },
      },
      () => openDiskCache(folder),
    );
    const readFile = (path: string): string | undefined => texts[path];
    const { module } = await edited.compile({ file: "a.ts", source: "x", readFile });
    await edited.close();
    expect(new TextDecoder().decode(module?.bytes)).toBe("a.ts|x|1|");
    expect(await compile("x")).toBe("a.ts|x|changed|");
  });

  it("keeps errors of the source, and none of the compiler", async () => {
    codes = ["typescript_error"];
    await compile("x");
    await compile("x");
    expect(compiled).toBe(1);
    codes = ["module_compiler_failed"];
    await compile("y");
    await compile("y");
    expect(compiled).toBe(3);
  });

  it("checks views again only where they, or what they import, have changed", async () => {
    const check = async (source: string): Promise<unknown> => {
      const cached = cacheCompiler(compiler, () => openDiskCache(folder));
      const views = [{ file: "v.ts", source }];
      const result = await cached.checkViews({ views, readFile: (path) => texts[path] });
      await cached.close();
      return result;
    };
    expect(await check("a")).toEqual([[]]);
    expect(await check("a")).toEqual([[]]);
    await check("b");
    expect(compiled).toBe(2);
  });
});
