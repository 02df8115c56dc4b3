import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let fingerprint: string | undefined;

/** Differs between compilers that may give different results: their version, their files, and the engine that writes the cache. */
export function getFingerprint(): string {
  return (fingerprint ??= computeFingerprint());
}

function computeFingerprint(): string {
  const dist = dirname(dirname(fileURLToPath(import.meta.resolve("@rune/compiler/engines"))));
  const hash = createHash("sha256");
  hash.update(readFileSync(join(dirname(dist), "package.json"))).update(process.versions.v8);
  // Versions say little about a compiler that is being worked on.
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(join(dist, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}
