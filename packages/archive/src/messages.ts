import { RuneError, type RuneErrorOptions, type ValidationIssue } from "@rune/schema";
import { makeVisible, quote } from "./quote.ts";

/*
 * Every failure of this package. The source of a package is a stranger: what it supplied is cut, and nothing invisible
 * reaches a message.
 */

function refuse(code: string, message: string, options?: RuneErrorOptions): RuneError {
  return new RuneError(code, makeVisible(message), options);
}

export function digestUnavailable(): RuneError {
  return refuse(
    "digest_unavailable",
    "This page has no Web Crypto, so the package's digests cannot be checked. Serve it from https: or from localhost.",
  );
}

export function jsonUnrepresentable(what: string): RuneError {
  return refuse("json_unrepresentable", `Canonical JSON cannot hold ${what}.`);
}

export function packageReadFailed(file: string, cause: unknown): RuneError {
  return refuse(
    "package_read_failed",
    `The source of the package failed to give ${quote(file)}: ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause, data: { file } },
  );
}

export function manifestMissing(): RuneError {
  return refuse(
    "manifest_missing",
    "There is no `RUNE.MANIFEST.json` here. Check that the address is that of the `.rune` folder itself.",
    { data: { file: "RUNE.MANIFEST.json" } },
  );
}

export function manifestTooLarge(size: number, limit: number): RuneError {
  return refuse("manifest_too_large", `The manifest has ${size} bytes; this host reads at most ${limit}.`, {
    data: { size, limit },
  });
}

export function rootMismatch(expected: string, actual: string): RuneError {
  return refuse(
    "package_root_mismatch",
    `The root of \`RUNE.MANIFEST.json\` is ${quote(actual)}, expected ${quote(expected)}: the package was rebuilt or changed on its way.`,
    { data: { expected, actual } },
  );
}

export function manifestNotJson(reason: string): RuneError {
  return refuse("manifest_not_json", `The manifest is no JSON text in UTF-8: ${reason}`);
}

export function manifestNotCanonical(): RuneError {
  return refuse(
    "manifest_not_canonical",
    "The manifest is not canonical JSON (RFC 8785). Build the package again instead of editing it.",
  );
}

export function manifestVersionNewer(version: number): RuneError {
  return refuse(
    "manifest_version_newer",
    `The package's format has version ${version}; this runtime reads version 1. Use a newer Rune runtime.`,
    { data: { version } },
  );
}

export function runtimeTooOld(needed: string, actual: string): RuneError {
  return refuse(
    "manifest_runtime_newer",
    `The package needs Rune runtime ${quote(needed)} or newer; this is ${actual}. Use a newer runtime.`,
    { data: { needed, actual } },
  );
}

export function manifestInvalid(path: string, problem: string): RuneError {
  const place = path === "" ? "the manifest" : `${quote(path)} in the manifest`;
  return refuse("manifest_invalid", `Something is wrong with ${place}: ${problem}.`, { data: { path } });
}

export function manifestIssues(issues: readonly ValidationIssue[]): RuneError {
  const [first] = issues;
  return manifestInvalid(first?.path ?? "", first?.message ?? "it does not fit its schema");
}

export function pathInvalid(path: string, reason: string): RuneError {
  return refuse("manifest_path_invalid", `${quote(path)} may not name a file of a package: ${reason}.`, {
    data: { file: path },
  });
}

export function pathCollision(a: string, b: string): RuneError {
  return refuse(
    "manifest_path_collision",
    `${quote(a)} and ${quote(b)} name the same file or folder on some file systems. Rename one.`,
    { data: { file: b, other: a } },
  );
}

export function fileActive(path: string, problem: string): RuneError {
  return refuse(
    "package_file_active",
    `${quote(path)} could run as a document or script: ${problem}. Leave it out, or make the drawing plain.`,
    { data: { file: path } },
  );
}

export function fileReserved(path: string): RuneError {
  return refuse("manifest_file_reserved", `The manifest lists ${quote(path)}, which it cannot describe.`, {
    data: { file: path },
  });
}

export function fileUnlisted(what: string, path: string): RuneError {
  return refuse(
    "manifest_file_unlisted",
    `The manifest names ${quote(path)} as ${what}, but has no size and digest for it under \`files\`.`,
    { data: { file: path } },
  );
}

export function referenceInvalid(path: string, problem: string): RuneError {
  return refuse("manifest_reference_invalid", `${quote(path)} in the manifest: ${problem}.`, { data: { path } });
}

export function routeInvalid(pattern: string, problem: string): RuneError {
  return refuse("manifest_route_invalid", `The route ${quote(pattern)} cannot be used: ${problem}.`, {
    data: { pattern },
  });
}

export function capabilityMissing(file: string, capability: string, reason: string): RuneError {
  return refuse("manifest_capability_missing", `${quote(file)} needs the capability ${quote(capability)} ${reason}.`, {
    data: { file, capability },
  });
}

export function capabilityUntrusted(capability: string): RuneError {
  return refuse(
    "manifest_capability_untrusted",
    `The package asks for the capability ${quote(capability)}, which takes the trust class \`trusted\`.`,
    { data: { capability } },
  );
}

export function tooManyFiles(count: number, limit: number): RuneError {
  return refuse("package_too_many_files", `The package has ${count} files; this host takes at most ${limit}.`, {
    data: { count, limit },
  });
}

export function fileTooLarge(file: string, size: number, limit: number): RuneError {
  return refuse(
    "package_file_too_large",
    `${quote(file)} has ${size} bytes; this host takes at most ${limit} in such a file.`,
    { data: { file, size, limit } },
  );
}

export function packageTooLarge(size: number, limit: number): RuneError {
  return refuse("package_too_large", `The package has ${size} bytes; this host takes at most ${limit}.`, {
    data: { size, limit },
  });
}

export function fileMissing(file: string): RuneError {
  return refuse("package_file_missing", `${quote(file)} is missing: the manifest lists it.`, {
    data: { file },
  });
}

export function fileChanged(file: string, problem: string): RuneError {
  return refuse(
    "package_file_changed",
    `${quote(file)} is not the file that was packaged: ${problem}. It was changed after the build.`,
    { data: { file } },
  );
}

export function fileExtra(file: string): RuneError {
  return refuse("package_file_extra", `${quote(file)} is not in the manifest of this package.`, {
    data: { file },
  });
}

export function viewUnknown(name: string): RuneError {
  return refuse("view_unknown", `The package has no view ${quote(name)}.`, { data: { view: name } });
}

export function viewNotJson(file: string, reason: string): RuneError {
  return refuse("view_not_json", `${quote(file)} is no JSON text in UTF-8: ${reason}`, { data: { file } });
}

export function viewVersionNewer(file: string, version: number): RuneError {
  return refuse(
    "view_version_newer",
    `${quote(file)} has version ${version} of the view format; this runtime reads version 1. Use a newer Rune runtime.`,
    { data: { file, version } },
  );
}

export function viewInvalid(file: string, path: string, problem: string): RuneError {
  const place = path === "" ? "" : ` at ${quote(path)}`;
  return refuse("view_invalid", `${quote(file)} is no view that can be shown: ${problem}${place}.`, {
    data: { file, path },
  });
}

export function viewMarkupRefused(file: string, path: string, refusal: string): RuneError {
  return refuse("view_markup_refused", `${quote(file)} was refused: ${refusal} (at ${quote(path)}).`, {
    data: { file, path },
  });
}

export function viewFileUnlisted(file: string, path: string, asset: string): RuneError {
  return refuse(
    "view_file_unlisted",
    `${quote(file)} refers to ${quote(asset)}, which is no file of this package (at ${quote(path)}).`,
    { data: { file, path, asset } },
  );
}

export function dataNotJson(file: string, reason: string): RuneError {
  return refuse("data_not_json", `${quote(file)} is no JSON text in UTF-8: ${reason}`, { data: { file } });
}

export function dataInvalid(file: string, problem: string): RuneError {
  return refuse("data_invalid", `${quote(file)} cannot be a page's data: ${problem}.`, { data: { file } });
}
