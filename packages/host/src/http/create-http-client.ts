import { isRuneError } from "@rune/schema";
import type { Fetch, FetchedResponse, HttpAccess, SendRequest } from "./http-access.ts";
import { httpLimits, type HttpLimits } from "./http-limits.ts";
import { httpFailed, tooManyRequests } from "./messages.ts";
import { readRequest, type HttpRequest } from "./read-request.ts";
import { readResponse } from "./read-response.ts";

/**
 * Sends requests to granted origins and nowhere else: none follows a redirect, carries cookies, or tells where it comes from.
 */
export function createHttpClient(access: HttpAccess): SendRequest {
  const { origins, signal } = access;
  const limits = { ...httpLimits, ...access.limits };
  const send: Fetch = access.fetch ?? ((url, init) => fetch(url, init));
  let open = 0;
  return async (text) => {
    const request = readRequest(text, origins, limits);
    if (open >= limits.requests) throw tooManyRequests(request.url, limits.requests);
    open += 1;
    try {
      return await run(send, request, signal, limits);
    } finally {
      open -= 1;
    }
  };
}

async function run(
  send: Fetch,
  { url, method, headers, body, timeout }: HttpRequest,
  signal: AbortSignal | undefined,
  limits: HttpLimits,
): Promise<Uint8Array> {
  const abort = new AbortController();
  let reason: string | undefined;
  const end = (why: string): void => {
    reason ??= why;
    abort.abort();
  };
  const stop = (): void => end("its module was stopped");
  const timer = setTimeout(() => end(`there was no answer within ${timeout} ms`), timeout);
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    const response = await send(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      signal: abort.signal,
      redirect: "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    if (isRedirect(response)) {
      throw httpFailed(url, "it is redirected, which requests do not follow. Ask for the address that it leads to");
    }
    return await readResponse(url, response, limits.responseBytes);
  } catch (error) {
    if (isRuneError(error)) throw error;
    throw httpFailed(url, reason ?? describe(error), error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    // What is left of an answer that was refused need not come.
    abort.abort();
  }
}

/** Browsers hide where a redirect leads to; other platforms show it as it came. */
function isRedirect({ type, status, headers }: FetchedResponse): boolean {
  if (type === "opaqueredirect") return true;
  return status >= 300 && status < 400 && [...headers].some(([name]) => name.toLowerCase() === "location");
}

/** Platforms say "fetch failed", and in the cause why. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== "" ? cause.message : error.message;
}
