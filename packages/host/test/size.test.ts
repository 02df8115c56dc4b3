import { brotliCompressSync } from "node:zlib";
import { join } from "node:path";
import { build, type Rollup } from "vite";
import { expect, it } from "vitest";
import { sourceAliases } from "../../../scripts/source-aliases.mjs";

/** Bytes after Brotli of what runs a guest, and of each ABI with what it alone needs, which loads with the first module that speaks it. */
const budgets = { core: 4 * 1024, linear: 4.9 * 1024, reference: 18.3 * 1024 };

it("runs guests in few bytes, the ABIs in chunks of their own", async () => {
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
  const core = chunks.filter(({ isEntry }) => isEntry);
  const loaded = closure(core, chunks);
  const sizes = {
    core: measure(loaded),
    linear: measure(closure(chunks.filter(isAbi("linear")), chunks).filter((chunk) => !loaded.includes(chunk))),
    reference: measure(closure(chunks.filter(isAbi("reference")), chunks).filter((chunk) => !loaded.includes(chunk))),
  };
  for (const [name, budget] of Object.entries(budgets)) {
    const size = sizes[name as keyof typeof sizes];
    console.log(`host ${name}: ${size} bytes after Brotli (budget ${budget})`);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(budget);
  }
  for (const { code } of chunks) expect(code).not.toContain("node:");
}, 30_000);

function isAbi(name: string): (chunk: Rollup.OutputChunk) => boolean {
  return ({ facadeModuleId }) => facadeModuleId?.includes(`/abi/${name}/`) === true;
}

/** Chunks with all that load together with them. */
function closure(roots: readonly Rollup.OutputChunk[], all: readonly Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const found = new Set(roots);
  for (const { imports } of found) {
    for (const chunk of all) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return [...found];
}

function measure(chunks: readonly Rollup.OutputChunk[]): number {
  return chunks.reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
}
