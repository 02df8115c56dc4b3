// Bundles the script of host pages, which is the same for all apps and bundlers: a build writes it as it is beside the package.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { rolldown } from "rolldown";
import { root } from "./run.mjs";

const packages = join(root, "packages");
const target = join(packages, "browser/dist/host-page/bundle");
const ENTRY = "\0host-page";
const hostPage = join(packages, "browser/dist/host-page/index.js").replaceAll("\\", "/");

const entry = {
  name: "entry",
  resolveId: (id) => (id === ENTRY ? ENTRY : undefined),
  load: (id) =>
    id === ENTRY
      ? // What other pages need does not hold up the one that is open.
        `import { mountHostPage } from ${JSON.stringify(hostPage)};\nmountHostPage({ verify: "first" }).catch(console.error);\n`
      : undefined,
};

/** The package's module that a chunk stands for: `browser/verifier`. */
function nameModule(id) {
  const path = id && id !== ENTRY && relative(packages, id).replaceAll("\\", "/");
  return path ? path.replace("/dist/", "/").replace(/(?:\/index)?\.js$/, "") : undefined;
}

const bundle = await rolldown({
  input: { host: ENTRY },
  cwd: root,
  plugins: [entry],
  transform: { target: "es2022" },
});
const { output } = await bundle.generate({
  format: "esm",
  minify: true,
  entryFileNames: "[name]-[hash].js",
  chunkFileNames: "[name]-[hash].js",
});
await bundle.close();

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const { fileName, code } of output) writeFileSync(join(target, fileName), code);
const chunks = output.map(({ fileName, imports, facadeModuleId }) => {
  const module = nameModule(facadeModuleId);
  return { fileName, imports, ...(module && { module }) };
});
const index = { entry: output.find(({ isEntry }) => isEntry).fileName, chunks };
writeFileSync(join(target, "index.json"), `${JSON.stringify(index, undefined, 1)}\n`);
