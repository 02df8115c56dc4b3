import { encodeText } from "./text.ts";

/** Where the manifest of every package lies. */
export const MANIFEST_FILE = "RUNE.MANIFEST.json";
/** The one file that the manifest does not fix: it signs the manifest. */
export const SIGNATURE_FILE = "META-INF/SIGNATURE.json";

/** Where the bytes of a package come from: a folder on a server, on a disk, in memory. Nothing it says is trusted. */
export interface PackageSource {
  /** The bytes at a path, or `undefined` where there is no file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Every path, where the source can list them; lets files that the manifest does not name be refused. */
  list?(): Promise<string[]>;
}

/** A package in memory. Texts are encoded as UTF-8; each read gives bytes of its own. */
export function createMemorySource(
  files: ReadonlyMap<string, Uint8Array | string> | Readonly<Record<string, Uint8Array | string>>,
): PackageSource {
  const table = new Map(files instanceof Map ? files : Object.entries(files));
  return {
    async read(path) {
      const file = table.get(path);
      return typeof file === "string" ? encodeText(file) : file?.slice();
    },
    async list() {
      return [...table.keys()];
    },
  };
}
