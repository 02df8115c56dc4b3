import type { PackageSource } from "@rune/archive";
import { createUrlSource } from "../providers/url-source.ts";

/** Files of a package that is built again and again: those that do not change are asked for once. */
export interface RememberedFiles {
  /** Takes files that the server has sent, base64 by path. */
  take(files: Readonly<Record<string, string>>): void;
  forget(): void;
  /** The package at an address. */
  open(address: string | URL, page: string): PackageSource;
}

export function createRememberedFiles(): RememberedFiles {
  const known = new Map<string, Uint8Array>();
  return {
    take(files) {
      for (const [path, text] of Object.entries(files)) known.set(path, decodeBase64(text));
    },
    forget: () => known.clear(),
    open(address, page) {
      const server = createUrlSource(address, page);
      return {
        ...server,
        async read(path) {
          const bytes = known.get(path) ?? (await server.read(path));
          if (bytes) known.set(path, bytes);
          return bytes?.slice();
        },
      };
    },
  };
}

/** Not all browsers have it yet. */
interface Base64Decoder {
  fromBase64?(text: string): Uint8Array;
}

function decodeBase64(text: string): Uint8Array {
  const { fromBase64 } = Uint8Array as Base64Decoder;
  return fromBase64?.(text) ?? Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
}
