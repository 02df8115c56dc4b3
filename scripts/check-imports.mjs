// Checks who imports whom: the rule of the architecture, and that every import is a declared dependency.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { listPackages } from "./source-aliases.mjs";

const root = join(import.meta.dirname, "..");

/** Packages of the workspace that a package may import. Anything else is refused. */
const allowed = {
  "@rune/schema": [],
  "@rune/guest": [],
  "@rune/compiler": ["@rune/schema", "@rune/guest"],
  "@rune/bundlers": ["@rune/schema"],
  "@rune/archive": ["@rune/schema"],
  "@rune/host": ["@rune/schema"],
  "@rune/browser": ["@rune/host", "@rune/archive", "@rune/schema"],
  "unplugin-rune-view": ["@rune/bundlers", "@rune/compiler", "@rune/archive", "@rune/schema"],
  "unplugin-rune-wasm": ["@rune/bundlers", "@rune/compiler", "@rune/archive", "@rune/schema"],
  "unplugin-rune-package": ["@rune/bundlers", "@rune/compiler", "@rune/archive", "@rune/schema"],
  "@rune/testing": ["unplugin-rune-package", "@rune/browser", "@rune/host", "@rune/archive", "@rune/schema"],
  "unplugin-rune": [
    "unplugin-rune-view",
    "unplugin-rune-wasm",
    "unplugin-rune-package",
    "@rune/browser",
    "@rune/bundlers",
    "@rune/schema",
  ],
};

/** Single files that may import more: the runtime half of a plugin, and what it has to find beside it. */
const exceptions = {
  "plugins/unplugin-rune-wasm/src/runtime.ts": ["@rune/host"],
  "plugins/unplugin-rune-wasm/src/core/deliver/deliver-bytes.ts": ["@rune/host"],
};

/** Packages that run everywhere: no `node:` modules. Their TypeScript configuration keeps DOM names out. */
const neutral = new Set(["@rune/schema", "@rune/guest", "@rune/compiler", "@rune/archive", "@rune/host"]);

/** Every violation in the workspace, as a sentence each. */
export function checkImports() {
  return listPackages().flatMap(checkPackage);
}

function checkPackage({ directory, manifest }) {
  const rule = allowed[manifest.name];
  if (!rule) return [`${manifest.name}: scripts/check-imports.mjs has no rule for this package`];
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
  const problems = [];
  for (const file of listSources(join(directory, "src"))) {
    const path = relative(root, file).replaceAll("\\", "/");
    const may = new Set([...rule, ...(exceptions[path] ?? [])]);
    for (const specifier of listImports(file)) {
      if (specifier.startsWith(".")) {
        if (!join(file, "..", specifier).startsWith(join(directory, "src"))) {
          problems.push(`${path}: \`${specifier}\` leaves the package; import it by name`);
        }
        continue;
      }
      if (specifier.startsWith("node:")) {
        if (neutral.has(manifest.name)) problems.push(`${path}: \`${specifier}\` does not exist on every platform`);
        continue;
      }
      const name = specifier.match(/^(@[^/]+\/)?[^/]+/)[0];
      if (name.startsWith("virtual:")) continue;
      if (allowed[name] && !may.has(name)) problems.push(`${path}: ${manifest.name} may not import ${name}`);
      if (!declared[name]) problems.push(`${path}: ${name} is not a dependency of ${manifest.name}`);
    }
  }
  return problems;
}

function listSources(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function listImports(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = checkImports();
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
}
