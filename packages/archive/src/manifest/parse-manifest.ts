import { RUNE_VERSION, manifestSchema, validate, type Manifest } from "@rune/schema";
import { canonicalize } from "../canonical-json.ts";
import {
  manifestIssues,
  manifestNotCanonical,
  manifestNotJson,
  manifestVersionNewer,
  runtimeTooOld,
} from "../messages.ts";
import { parseJson } from "../parse-json.ts";
import { checkCapabilities } from "./check-capabilities.ts";
import { checkFields } from "./check-fields.ts";
import { checkFiles } from "./check-files.ts";
import { checkReferences } from "./check-references.ts";
import { checkRoutes } from "./check-routes.ts";
import { isNewer } from "./version.ts";

/** Version of the runtime that this reader belongs to; a package names the lowest that understands it. */
export const RUNTIME_VERSION: string = RUNE_VERSION;

/** What a manifest is read against. */
export interface ParseManifestOptions {
  /** Version of the runtime that will run the package. @default RUNTIME_VERSION */
  runtime?: string;
}

/**
 * Reads a manifest: strict canonical JSON that fits its schema and agrees with itself.
 * @throws RuneError with a code `manifest_…`.
 */
export function parseManifest(bytes: Uint8Array, options: ParseManifestOptions = {}): Manifest {
  const parsed = parseJson(bytes);
  if ("problem" in parsed) throw manifestNotJson(parsed.problem);
  const { text, value } = parsed;
  checkVersion(value);
  const issues = validate(manifestSchema, value);
  if (issues.length > 0) throw manifestIssues(issues);
  if (!isCanonical(value, text)) throw manifestNotCanonical();
  const manifest = value as Manifest;
  checkFields(manifest);
  checkRuntime(manifest.runtime, options.runtime ?? RUNTIME_VERSION);
  checkFiles(manifest);
  checkReferences(manifest);
  checkRoutes(manifest);
  checkCapabilities(manifest);
  return manifest;
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonicalize(value) === text;
  } catch {
    return false;
  }
}

/** Before the schema, so that a newer format is told as such and not as a list of misfits. */
function checkVersion(value: unknown): void {
  if (typeof value !== "object" || value === null || !("manifest_version" in value)) return;
  const version = value.manifest_version;
  if (typeof version === "number" && version > 1) throw manifestVersionNewer(version);
}

function checkRuntime(needed: string, actual: string): void {
  if (isNewer(needed, actual)) throw runtimeTooOld(needed, actual);
}
