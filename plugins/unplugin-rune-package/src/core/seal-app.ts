import { createHash } from "node:crypto";
import { sealPackage, type SealedPackage } from "@rune/archive";
import type { AppOutput, AppSource } from "@rune/compiler/package";
import { RUNE_VERSION, compareText, type BuildRecord } from "@rune/schema";

/** Adds the build record and seals the package. */
export async function sealApp(
  source: AppSource,
  others: ReadonlyMap<string, string>,
  output: AppOutput,
): Promise<SealedPackage> {
  const record: BuildRecord = {
    format: "rune.build",
    version: 1,
    compiler: RUNE_VERSION,
    source: computeSourceDigest(source, others),
  };
  const files = new Map(output.files);
  files.set("META-INF/BUILD.json", new TextEncoder().encode(JSON.stringify(record)));
  return sealPackage(output.draft, files, computeIntegrity);
}

/** Digest over the sorted paths of the sources with the digests of their bytes; then the same of what is outside of the app's folder. */
function computeSourceDigest(source: AppSource, others: ReadonlyMap<string, string>): string {
  const sorted = [...others].sort(([a], [b]) => compareText(a, b));
  const all = [...source.files, ...sorted.map(([path, text]) => [`/${path}`, text] as const)];
  return computeIntegrity(all.map(([path, content]) => `${computeIntegrity(content)} ${path}\n`).join(""));
}

/** SHA-256 in Subresource Integrity form. */
function computeIntegrity(content: Uint8Array | string): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}
