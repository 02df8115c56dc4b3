import { createHttpClient } from "@rune/host/http";
import type { Provided, ProviderContext } from "./provider.ts";

/** Sends the requests of one module, to the origins of the manifest; `close` ends those under way. */
export function provide({ app }: ProviderContext): Provided {
  const abort = new AbortController();
  const origins = app.manifest.capabilities.find(({ name }) => name === "http")?.origins ?? [];
  const fetch = app.providers.http;
  return {
    functions: { http_fetch: createHttpClient({ origins, signal: abort.signal, ...(fetch && { fetch }) }) },
    close: () => abort.abort(),
  };
}
