import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const fingerprints = new Map<string, string>();

/** Parts of the compiler that are packages of their own: what it checks by, and what it compiles into modules. */
const parts = ["@rune/guest", "@rune/schema"];

/** What the compiler has others do. Projects may have other versions of them than it asks for. */
const tools = ["assemblyscript", "binaryen", "entities", "parse5", "typescript"];

/**
 * Differs between compilers that may give different results: their version, their files, what they work with, and the engine that writes the cache.
 *
 * @param engines the compiler's own entry
 */
export function getFingerprint(engines: string = fileURLToPath(import.meta.resolve("@rune/compiler/engines"))): string {
  const known = fingerprints.get(engines);
  if (known !== undefined) return known;
  const require = createRequire(engines);
  const hash = createHash("sha256");
  for (const file of [engines, ...parts.map((name) => require.resolve(name))]) hash.update(fingerprintPackage(file));
  for (const name of tools) hash.update(readManifest(name, require));
  const found = hash.digest("hex");
  fingerprints.set(engines, found);
  return found;
}

/** The `package.json` of a package, which it need not export. */
function readManifest(name: string, require: NodeJS.Require): string {
  const folders = require.resolve.paths(name) ?? [];
  const file = folders.map((folder) => join(folder, name, "package.json")).find((path) => existsSync(path));
  return readFileSync(file ?? require.resolve(`${name}/package.json`), "utf8");
}

/** Differs between states of the built package that a file of `dist/` belongs to. */
export function fingerprintPackage(file: string): string {
  const [root = "", below] = splitAtDist(file);
  if (below === undefined) throw new Error(`unplugin-rune-wasm: ${file} is in no folder \`dist\``);
  const known = fingerprints.get(root) ?? computeFingerprint(root);
  fingerprints.set(root, known);
  return known;
}

/** The package's folder, and the path below its `dist`. */
function splitAtDist(file: string): string[] {
  return file.split(/[\\/]dist[\\/](?!.*[\\/]dist[\\/])/);
}

function computeFingerprint(root: string): string {
  const dist = join(root, "dist");
  const hash = createHash("sha256");
  hash.update(readFileSync(join(root, "package.json"))).update(process.versions.v8);
  // Versions say little about a compiler that is being worked on, and times of what is installed change with each installation.
  const isInstalled = /[\\/]node_modules[\\/]/.test(dist);
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(join(dist, file));
    hash.update(`${file} ${size} ${isInstalled ? "" : mtimeMs}\n`);
  }
  return hash.digest("hex");
}
