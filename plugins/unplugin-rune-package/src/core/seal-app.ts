import { computeIntegrity, sealPackage, type SealedPackage } from "@rune/archive";
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
    source: await computeSourceDigest(source, others),
  };
  const files = new Map(output.files);
  files.set("META-INF/BUILD.json", new TextEncoder().encode(JSON.stringify(record)));
  return sealPackage(output.draft, files);
}

/** Digest over the sorted paths of the sources with the digests of their bytes; then the same of what is outside of the app's folder. */
async function computeSourceDigest(source: AppSource, others: ReadonlyMap<string, string>): Promise<string> {
  const encoder = new TextEncoder();
  const sorted = [...others].sort(([a], [b]) => compareText(a, b));
  const all = [...source.files, ...sorted.map(([path, text]) => [`/${path}`, encoder.encode(text)] as const)];
  const lines = await Promise.all(all.map(async ([path, bytes]) => `${await computeIntegrity(bytes)} ${path}\n`));
  return computeIntegrity(new TextEncoder().encode(lines.join("")));
}
