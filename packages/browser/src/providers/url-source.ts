import type { PackageSource } from "@rune/archive";
import { packageUnreachable } from "../messages.ts";

/** A source that knows where its files are, so that views can show its images. */
export interface LocatedSource extends PackageSource {
  /** Address of the package's folder, with a final slash. */
  readonly url?: string;
}

/** Reads a package in folder form from a web server. */
export function createUrlSource(
  address: string | URL,
  page: string,
): Required<Pick<LocatedSource, "url">> & LocatedSource {
  const base = new URL(address, page);
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  return {
    url: base.href,
    async read(path) {
      const url = locate(base.href, path);
      const response = await fetch(url).catch((cause: unknown) => {
        throw packageUnreachable(url, cause);
      });
      if (response.status === 404 || response.status === 410) return undefined;
      if (!response.ok) throw packageUnreachable(url, `status ${response.status}`);
      // No file of a package is a page: this is a server's answer for addresses that it does not know.
      if (response.headers.get("Content-Type")?.startsWith("text/html")) {
        throw packageUnreachable(url, "the server answered with an HTML page");
      }
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** The address of a file of the package. */
export function locate(base: string, path: string): string {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), base).href;
}
