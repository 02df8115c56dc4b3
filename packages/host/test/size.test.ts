import { brotliCompressSync } from "node:zlib";
import { join } from "node:path";
import { build, type Rollup } from "vite";
import { expect, it } from "vitest";
import { sourceAliases } from "../../../scripts/source-aliases.mjs";

/** Bytes after Brotli of what runs a guest, and of the linear ABI that loads with the first linear module. */
const budgets = { core: 3.5 * 1024, linear: 3 * 1024 };

it("runs guests in few bytes, the ABI in a chunk of its own", async () => {
  const output = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: sourceAliases() },
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rollupOptions: {
        input: join(import.meta.dirname, "../src/create-instance.ts"),
        preserveEntrySignatures: "strict",
      },
    },
  })) as Rollup.RollupOutput;
  const chunks = output.output.filter((chunk) => chunk.type === "chunk");
  const linear = chunks.filter((chunk) => chunk.isDynamicEntry).map(({ code }) => code);
  const core = chunks.filter((chunk) => !chunk.isDynamicEntry).map(({ code }) => code);
  const sizes = { core: measure(core), linear: measure(linear) };
  console.log(`host core: ${sizes.core} bytes after Brotli (budget ${budgets.core})`);
  console.log(`linear ABI: ${sizes.linear} bytes after Brotli (budget ${budgets.linear})`);
  expect(linear).toHaveLength(1);
  expect(core.join()).not.toContain("node:");
  expect(sizes.core).toBeLessThanOrEqual(budgets.core);
  expect(sizes.linear).toBeLessThanOrEqual(budgets.linear);
}, 30_000);

function measure(code: readonly string[]): number {
  return code.reduce((sum, each) => sum + brotliCompressSync(each).length, 0);
}
