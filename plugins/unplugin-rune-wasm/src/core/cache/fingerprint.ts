import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const fingerprints = new Map<string, string>();

/** Differs between compilers that may give different results: their version, their files, and the engine that writes the cache. */
export function getFingerprint(): string {
  return fingerprintPackage(fileURLToPath(import.meta.resolve("@rune/compiler/engines")));
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
  // Versions say little about a package that is being worked on.
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(join(dist, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}
