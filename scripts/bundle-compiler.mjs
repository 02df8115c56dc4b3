// Bundles the compiler, which would otherwise be loaded as hundreds of modules, by every thread that compiles.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "./run.mjs";
import { listEntries, listPackages } from "./source-aliases.mjs";

const compiler = listPackages().find(({ manifest }) => manifest.name === "@rune/compiler");

const dependencies = {
  name: "dependencies",
  resolveId(id) {
    if (/^[./]|^\w:/.test(id)) return undefined;
    // The package's `imports` say what it is where.
    return { id: id === "typescript" ? "#typescript" : id, external: true };
  },
};

const target = join(compiler.directory, "dist/bundled");
rmSync(target, { recursive: true, force: true });
const entries = listEntries(compiler).map(({ name, source }) => [name, source]);
const bundle = await rolldown({
  input: Object.fromEntries(entries),
  cwd: root,
  plugins: [dependencies],
  platform: "neutral",
});
await bundle.write({ dir: target, format: "esm", sourcemap: true, chunkFileNames: "[name]-[hash].js" });
await bundle.close();
