import type { HttpLimits } from "./http-limits.ts";

/** How a request is made: the part of the platform's own options that is used. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal: AbortSignal;
  readonly redirect: "manual";
  readonly credentials: "omit";
  readonly referrerPolicy: "no-referrer";
}

/** An answer: the part of the platform's own that is used. */
export interface FetchedResponse {
  readonly status: number;
  readonly type: string;
  readonly headers: Iterable<[name: string, value: string]>;
  readonly body: { getReader(): BodyReader } | null;
}

/** Gives the bytes of an answer as they come. */
export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}

/** What sends requests; the platform's `fetch` is one. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchedResponse>;

/** Where a controller may send requests, as the capability `http` gives it. */
export interface HttpAccess {
  /** Origins that the manifest names, such as `https://api.example.org`. */
  origins: readonly string[];
  /** Ends what is under way, and lets nothing begin any more. */
  signal?: AbortSignal;
  /** @default the platform's */
  fetch?: Fetch;
  /** Bounds; those not named keep their defaults. */
  limits?: Partial<HttpLimits>;
}

/** Sends one request, given as JSON; the answer is a head of lines, an empty line, and the body. */
export type SendRequest = (request: string) => Promise<Uint8Array>;
