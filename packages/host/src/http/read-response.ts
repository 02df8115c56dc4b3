import type { FetchedResponse } from "./http-access.ts";
import { httpResponseTooLarge } from "./messages.ts";

/**
 * An answer as one block of bytes: a line with the status, a line `name: value` for each header, names in lower case, an empty line, and the
 * body as it came. Cookies are left out, as in browsers.
 *
 * @throws RuneError `http_too_large` as soon as there are more bytes than the limit
 */
export async function readResponse(url: string, response: FetchedResponse, limit: number): Promise<Uint8Array> {
  const lines = [String(response.status)];
  for (const [name, value] of response.headers) {
    if (!/^set-cookie2?$/i.test(name)) lines.push(`${name.toLowerCase()}: ${value}`);
  }
  const parts = [new TextEncoder().encode(`${lines.join("\n")}\n\n`)];
  let size = parts[0]!.length;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    const part = next.value ?? new Uint8Array();
    size += part.length;
    parts.push(part);
    if (size > limit) break;
  }
  if (size > limit) throw httpResponseTooLarge(url, limit);
  const block = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    block.set(part, at);
    at += part.length;
  }
  return block;
}
