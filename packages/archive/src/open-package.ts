import type { Manifest } from "@rune/schema";
import { isDrawing } from "./active-content.ts";
import { describeActiveDrawing } from "./describe-active-drawing.ts";
import { computeIntegrity } from "./integrity.ts";
import { defaultLimits, type PackageLimits } from "./limits.ts";
import { parseManifest } from "./manifest/parse-manifest.ts";
import {
  fileActive,
  fileChanged,
  fileExtra,
  fileMissing,
  fileTooLarge,
  manifestMissing,
  manifestTooLarge,
  packageReadFailed,
  packageTooLarge,
  rootMismatch,
  tooManyFiles,
} from "./messages.ts";
import { MANIFEST_FILE, SIGNATURE_FILE, type PackageSource } from "./package-source.ts";
import { compareBytes } from "./text.ts";

/** How a package is opened. */
export interface OpenPackageOptions {
  /** Root that the package must have, `sha256-…`. */
  root?: string | undefined;
  /** Bounds; those not named keep their defaults. */
  limits?: Partial<PackageLimits>;
  /** Version of the runtime that will run the package. @default that of this library */
  runtime?: string;
  /**
   * `all`: every file is read and checked before the package counts as open. `used`: each when it is first read.
   * @default "all"
   */
  verify?: "all" | "used";
}

/** A package whose manifest holds; it gives out nothing but bytes that the manifest fixes. */
export interface OpenedPackage {
  /** The package's identity: SHA-256 of the manifest, `sha256-…`. */
  readonly root: string;
  readonly manifest: Manifest;
  readonly limits: Readonly<PackageLimits>;
  /**
   * The verified bytes of a file that the manifest lists. Every call gives the same array: do not write to it.
   * @throws RuneError (as a rejection) with a code `package_…`.
   */
  read(path: string): Promise<Uint8Array>;
  /**
   * Reads and checks every file that has not been.
   * @throws RuneError (as a rejection) with a code `package_…`: of several failures the first in the order of the paths.
   */
  readAll(): Promise<void>;
}

/** Files that are read at the same time. */
const CONCURRENCY = 16;

/**
 * Opens a package: reads and checks its manifest, refuses what is too large or not listed, and checks the files.
 * @throws RuneError (as a rejection) with a code `manifest_…` or `package_…` and the file's name.
 */
export async function openPackage(source: PackageSource, options: OpenPackageOptions = {}): Promise<OpenedPackage> {
  const limits = { ...defaultLimits, ...options.limits };
  const bytes = await readSource(source, MANIFEST_FILE);
  if (!bytes) throw manifestMissing();
  if (bytes.length > limits.manifestBytes) throw manifestTooLarge(bytes.length, limits.manifestBytes);
  const root = await computeIntegrity(bytes);
  if (options.root !== undefined && options.root !== root) throw rootMismatch(options.root, root);
  const manifest = parseManifest(bytes, options.runtime === undefined ? {} : { runtime: options.runtime });
  checkSizes(manifest, limits);
  await checkList(source, manifest);
  const read = createReader(source, manifest, limits);
  const paths = Object.keys(manifest.files).sort(compareBytes);
  // Drawings are always read: browsers fetch them by address, without asking this reader.
  await readFiles(options.verify === "used" ? paths.filter(isDrawing) : paths, read);
  return { root, manifest, limits, read, readAll: () => readFiles(paths, read) };
}

function checkSizes(manifest: Manifest, limits: PackageLimits): void {
  const files = Object.entries(manifest.files);
  if (files.length > limits.files) throw tooManyFiles(files.length, limits.files);
  let total = 0;
  for (const [file, { size }] of files) {
    if (size > limits.fileBytes) throw fileTooLarge(file, size, limits.fileBytes);
    total += size;
  }
  if (total > limits.totalBytes) throw packageTooLarge(total, limits.totalBytes);
}

async function checkList(source: PackageSource, manifest: Manifest): Promise<void> {
  if (!source.list) return;
  let paths: string[];
  try {
    paths = await source.list();
  } catch (error) {
    throw packageReadFailed("the list of files", error);
  }
  const seen = new Set([MANIFEST_FILE]);
  for (const path of [...paths].sort(compareBytes)) {
    if (path === MANIFEST_FILE || path === SIGNATURE_FILE) continue;
    if (!Object.hasOwn(manifest.files, path)) throw fileExtra(path);
    seen.add(path);
  }
  for (const path of Object.keys(manifest.files)) {
    if (!seen.has(path)) throw fileMissing(path);
  }
}

/** Reads each file once and keeps its verified bytes, so that nothing can change between the check and the use. */
function createReader(source: PackageSource, manifest: Manifest, limits: PackageLimits): OpenedPackage["read"] {
  const kept = new Map<string, Promise<Uint8Array>>();
  return (path) => {
    let bytes = kept.get(path);
    if (!bytes) {
      bytes = readVerified(source, manifest, limits, path);
      kept.set(path, bytes);
      // A failed read may have been the network's fault: the next one tries again.
      bytes.catch(() => kept.delete(path));
    }
    return bytes;
  };
}

async function readVerified(
  source: PackageSource,
  manifest: Manifest,
  limits: PackageLimits,
  path: string,
): Promise<Uint8Array> {
  const entry = Object.hasOwn(manifest.files, path) ? manifest.files[path] : undefined;
  if (!entry) throw fileExtra(path);
  const bytes = await readSource(source, path);
  if (!bytes) throw fileMissing(path);
  if (bytes.length > limits.fileBytes) throw fileTooLarge(path, bytes.length, limits.fileBytes);
  if (bytes.length !== entry.size) throw fileChanged(path, `it has ${bytes.length} bytes, not ${entry.size}`);
  if ((await computeIntegrity(bytes)) !== entry.integrity) throw fileChanged(path, "its digest is another one");
  const active = isDrawing(path) ? describeActiveDrawing(bytes) : undefined;
  if (active !== undefined) throw fileActive(path, active);
  return bytes;
}

/** Reads all files; of several failures the first in the order of the paths is thrown, whichever came first. */
async function readFiles(paths: readonly string[], read: OpenedPackage["read"]): Promise<void> {
  for (let i = 0; i < paths.length; i += CONCURRENCY) {
    const results = await Promise.allSettled(paths.slice(i, i + CONCURRENCY).map(read));
    const failed = results.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
  }
}

async function readSource(source: PackageSource, path: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await source.read(path);
    // Whoever gave them may still change them, after they have been checked.
    return bytes && new Uint8Array(bytes);
  } catch (error) {
    throw packageReadFailed(path, error);
  }
}
