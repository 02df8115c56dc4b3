import { brotliCompressSync } from "node:zlib";
import { join } from "node:path";
import { build, type Rollup } from "vite";
import { expect, it } from "vitest";
import { sourceAliases } from "../../../scripts/source-aliases.mjs";

/**
 * Bytes after Brotli of all that verifying takes, the schemas, the validator and the markup rules among them. In a browser
 * part of it is in the core already, so its verifier chunk is smaller.
 */
const BUDGET = 13.6 * 1024;

it("verifies in few bytes", async () => {
  const entry = "virtual:verifier";
  const output = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: sourceAliases() },
    plugins: [
      {
        name: "verifier-entry",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry
            ? `export { createMarkupPolicy, openPackage, readData, readView } from ${JSON.stringify(join(import.meta.dirname, "../src/index.ts"))};`
            : undefined,
      },
    ],
    build: {
      write: false,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
  })) as Rollup.RollupOutput;
  const code = output.output[0].code;
  const size = brotliCompressSync(code).length;
  console.log(`verifier: ${code.length} bytes, ${size} after Brotli (budget ${BUDGET})`);
  expect(code).not.toContain("node:");
  expect(size).toBeLessThanOrEqual(BUDGET);
}, 30_000);
