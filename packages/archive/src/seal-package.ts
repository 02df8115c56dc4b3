import type { FileTable, Manifest, ManifestDraft } from "@rune/schema";
import { isDrawing } from "./active-content.ts";
import { canonicalize } from "./canonical-json.ts";
import { describeActiveDrawing } from "./describe-active-drawing.ts";
import { computeIntegrity } from "./integrity.ts";
import { parseManifest } from "./manifest/parse-manifest.ts";
import { fileActive } from "./messages.ts";
import { MANIFEST_FILE, SIGNATURE_FILE } from "./package-source.ts";
import { compareBytes, encodeText } from "./text.ts";

/** A package that is ready to be written. */
export interface SealedPackage {
  /** The package's identity: SHA-256 of the manifest, `sha256-…`. */
  root: string;
  manifest: Manifest;
  /** Every file, the manifest among them, in the byte order of their paths. */
  files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Makes a package of its files: digests, the manifest, the root. The same input gives the same bytes, whatever the order
 * of the files. The manifest is checked as a reader checks it, so what this returns can be opened. `digest` is for platforms that have a faster one than Web Crypto.
 * @throws RuneError (as a rejection) with a code `manifest_…` or `package_file_active`.
 */
export async function sealPackage(
  draft: ManifestDraft,
  files: ReadonlyMap<string, Uint8Array>,
  digest: (bytes: Uint8Array) => string | Promise<string> = computeIntegrity,
): Promise<SealedPackage> {
  const listed = [...files].filter(([path]) => path !== SIGNATURE_FILE);
  for (const [path, bytes] of listed) {
    const active = isDrawing(path) ? describeActiveDrawing(bytes) : undefined;
    if (active !== undefined) throw fileActive(path, active);
  }
  const digests = await Promise.all(listed.map(([, bytes]) => digest(bytes)));
  const table: FileTable = {};
  for (const [i, [path, bytes]] of listed.entries()) {
    // Not by assignment: `__proto__` must become a property like any other, for the check to refuse it.
    Object.defineProperty(table, path, { value: { size: bytes.length, integrity: digests[i] }, enumerable: true });
  }
  const manifestBytes = encodeText(canonicalize({ ...draft, files: table }));
  const manifest = parseManifest(manifestBytes, { runtime: draft.runtime });
  const entries = [...files, [MANIFEST_FILE, manifestBytes] as const];
  return {
    root: await digest(manifestBytes),
    manifest,
    files: new Map(entries.sort(([a], [b]) => compareBytes(a, b))),
  };
}
