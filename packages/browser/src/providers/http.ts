import { createHttpClient } from "@rune/host/http";
import type { Manifest } from "@rune/schema";

/** Sends the requests of one module, to the origins of the manifest; `close` ends those under way. */
export function createHttp({ capabilities }: Manifest): {
  http: (request: string) => Promise<Uint8Array>;
  close(): void;
} {
  const abort = new AbortController();
  const origins = capabilities.find(({ name }) => name === "http")?.origins ?? [];
  return { http: createHttpClient({ origins, signal: abort.signal }), close: () => abort.abort() };
}
