// Builds TodoMVC as a user would, shows what came out, and serves it.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, preview } from "vite";
import { root, runTool } from "./run.mjs";

const app = join(root, "fixtures/apps/todomvc");

if (!runTool("scripts/build.mjs")) process.exit(1);
rmSync(join(app, "dist"), { recursive: true, force: true });
await build({ root: app, configFile: join(app, "vite.config.ts"), logLevel: "warn" });
printPackage(join(app, "dist/todomvc.rune"));
const server = await preview({ root: app, configFile: join(app, "vite.config.ts"), logLevel: "silent" });
console.log(`\n  TodoMVC runs at ${server.resolvedUrls.local[0]}   (Ctrl+C ends it)\n`);

/** Prints a package's files with their sizes, and its root digest. */
function printPackage(directory) {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const width = Math.max(...files.map((file) => relative(directory, file).length));
  console.log(`\n  ${relative(app, directory)}/\n`);
  for (const file of files) {
    const bytes = readFileSync(file);
    const size = `${bytes.length.toLocaleString("en")} B`.padStart(9);
    const compressed = `${brotliCompressSync(bytes).length.toLocaleString("en")} B brotli`.padStart(15);
    console.log(`    ${relative(directory, file).padEnd(width)} ${size} ${compressed}`);
  }
  const manifest = readFileSync(join(directory, "RUNE.MANIFEST.json"));
  console.log(`\n  root sha256-${createHash("sha256").update(manifest).digest("base64")}`);
}
