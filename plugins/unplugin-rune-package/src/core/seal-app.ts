import { computeIntegrity, sealPackage, type SealedPackage } from "@rune/archive";
import type { AppOutput, AppSource } from "@rune/compiler/package";
import { RUNE_VERSION, type BuildRecord } from "@rune/schema";

/** Adds the build record and seals the package. */
export async function sealApp(source: AppSource, output: AppOutput): Promise<SealedPackage> {
  const record: BuildRecord = {
    format: "rune.build",
    version: 1,
    compiler: RUNE_VERSION,
    source: await computeSourceDigest(source),
  };
  const files = new Map(output.files);
  files.set("META-INF/BUILD.json", new TextEncoder().encode(JSON.stringify(record)));
  return sealPackage(output.draft, files);
}

/** Digest over the sorted paths of the sources with the digests of their bytes. */
async function computeSourceDigest(source: AppSource): Promise<string> {
  const lines = await Promise.all(
    [...source.files].map(async ([path, bytes]) => `${await computeIntegrity(bytes)} ${path}\n`),
  );
  return computeIntegrity(new TextEncoder().encode(lines.join("")));
}
