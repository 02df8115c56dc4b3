/** How large a package may be before a reader refuses it. */
export interface PackageLimits {
  /** Bytes of the manifest. @default 1 MiB */
  manifestBytes: number;
  /** Files that the manifest lists. @default 4096 */
  files: number;
  /** Bytes of one file. @default 64 MiB */
  fileBytes: number;
  /** Bytes of all files together. @default 256 MiB */
  totalBytes: number;
  /** Bytes of a file that is parsed as JSON: a view or data. @default 8 MiB */
  jsonBytes: number;
}

const MIB = 1024 * 1024;

/** The limits of a reader that names none. */
export const defaultLimits: Readonly<PackageLimits> = {
  manifestBytes: MIB,
  files: 4096,
  fileBytes: 64 * MIB,
  totalBytes: 256 * MIB,
  jsonBytes: 8 * MIB,
};
