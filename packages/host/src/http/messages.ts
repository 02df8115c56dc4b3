import { RuneError } from "@rune/schema";

/*
 * Why a request was not sent, or has no answer. The guest hears of it: the promise of `rune.fetch` is rejected.
 */

/** A name or an address for a message, which are ASCII as a rule. The host's `quote` would be a chunk of its own if this code had it, too. */
export function mark(text: string): string {
  const cut = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return `\`${cut.replace(/[^ -_a-~…]/g, "?")}\``;
}

export function httpRequestInvalid(problem: string): RuneError {
  return new RuneError("http_request_invalid", `The request was not sent: ${problem}.`, { data: {} });
}

export function httpOriginDenied(origin: string, origins: readonly string[]): RuneError {
  const known = origins.length > 0 ? `the manifest has ${origins.map(mark).join(", ")}` : "the manifest has none";
  return new RuneError(
    "http_origin_denied",
    `The request was not sent: ${mark(origin)} is not among the origins of the capability \`http\`; ${known}.`,
    { data: { origin } },
  );
}

export function httpRequestTooLarge(length: number, limit: number): RuneError {
  return new RuneError(
    "http_too_large",
    `The request was not sent: it has ${length} characters; at most ${limit} are taken.`,
    { data: { length, limit } },
  );
}

export function httpResponseTooLarge(url: string, limit: number): RuneError {
  return new RuneError("http_too_large", `The answer of ${mark(url)} has more than ${limit} bytes.`, {
    data: { url, limit },
  });
}

export function tooManyRequests(url: string, limit: number): RuneError {
  return new RuneError(
    "http_request_limit",
    `The request to ${mark(url)} was not sent: ${limit} others wait for their answers. Await some of them first.`,
    { data: { url, limit } },
  );
}

export function httpFailed(url: string, problem: string, cause?: unknown): RuneError {
  return new RuneError("http_failed", `The request to ${mark(url)} failed: ${problem}.`, { cause, data: { url } });
}
