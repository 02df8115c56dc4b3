import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, type Rollup } from "vite";
import { expect, test } from "vitest";
import { sourceAliases } from "../../../scripts/source-aliases.mjs";

/** Kilobytes of each chunk, minified and compressed with brotli; a chunk without a budget is a mistake. */
const budgets: Readonly<Record<string, number>> = {
  core: 12,
  router: 2.5,
  overlays: 1,
  verifier: 7,
  host: 4,
  linear: 3,
};

/** A file that only the chunk has. */
const marks: Readonly<Record<string, string>> = {
  core: "browser/src/mount.ts",
  router: "browser/src/router/create-router.ts",
  overlays: "browser/src/overlays/create-overlays.ts",
  verifier: "archive/src/open-package.ts",
  host: "host/src/create-instance.ts",
  linear: "host/src/abi/linear/create-guest.ts",
};

test("each chunk keeps its budget, and only the core loads at once", async () => {
  const result = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: sourceAliases() },
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { core: join(import.meta.dirname, "../src/index.ts") },
        preserveEntrySignatures: "strict",
      },
    },
  })) as Rollup.RollupOutput;
  const chunks = result.output.filter((output) => output.type === "chunk");
  const sizes: Record<string, number> = {};
  for (const chunk of chunks) {
    const name = Object.keys(marks).find((each) =>
      Object.keys(chunk.modules).some((module) => module.replaceAll("\\", "/").endsWith(marks[each] as string)),
    );
    const size = brotliCompressSync(chunk.code).length / 1024;
    sizes[name ?? chunk.fileName] = Math.round(size * 100) / 100;
  }
  console.info("KB brotli:", sizes);
  expect(Object.keys(sizes).sort()).toEqual(Object.keys(budgets).sort());
  const tooLarge = Object.entries(sizes).filter(([name, size]) => size > (budgets[name] ?? 0));
  expect(tooLarge).toEqual([]);
  const core = chunks.find((chunk) => chunk.isEntry);
  expect(core?.imports).toEqual([]);
  expect(chunks.filter((chunk) => /\bfrom\s*["']node:/.test(chunk.code))).toEqual([]);
});
