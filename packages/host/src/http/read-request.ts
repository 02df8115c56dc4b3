import type { HttpLimits } from "./http-limits.ts";
import { httpOriginDenied, httpRequestInvalid, httpRequestTooLarge, mark } from "./messages.ts";

/** A request that may be sent. */
export interface HttpRequest {
  url: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array | undefined;
  /** Milliseconds. */
  timeout: number;
}

const METHODS: readonly unknown[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const FIELDS: readonly string[] = ["url", "method", "headers", "body", "body_base64", "timeout_ms"];

/** What the platform decides, browsers for themselves: the connection, cookies, and where a request comes from. */
const OWN_HEADERS =
  /^(?:accept-(?:charset|encoding)|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie2?|te|trailer|transfer-encoding|upgrade|via|x-http-method(?:-override)?|x-method-override|proxy-.*|sec-.*)$/i;

/**
 * Reads a request and checks all of it.
 *
 * @throws RuneError with a code `http_…`
 */
export function readRequest(text: string, origins: readonly string[], limits: HttpLimits): HttpRequest {
  if (text.length > limits.requestLength) throw httpRequestTooLarge(text.length, limits.requestLength);
  const { url, method = "GET", headers = {}, timeout_ms: timeout = limits.requestTime, ...rest } = parse(text);
  if (typeof url !== "string" || !URL.canParse(url)) {
    throw httpRequestInvalid("the address must be a whole one, such as https://api.example.org/items");
  }
  const { protocol, origin, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") throw httpRequestInvalid("the address must begin with https:");
  if (!origins.includes(origin)) throw httpOriginDenied(origin, origins);
  if (!METHODS.includes(method)) throw httpRequestInvalid(`the method must be one of ${METHODS.join(" ")}`);
  const body = readBody(rest);
  if (body !== undefined && (method === "GET" || method === "HEAD")) throw httpRequestInvalid(`${method} has no body`);
  if (typeof timeout !== "number" || !(timeout > 0)) {
    throw httpRequestInvalid("`timeout_ms` must be a number above zero");
  }
  return {
    url: href,
    method: method as string,
    headers: readHeaders(headers),
    body,
    timeout: Math.min(timeout, limits.requestTime),
  };
}

function parse(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (!isRecord(value)) throw httpRequestInvalid("it is no JSON object");
  const unknown = Object.keys(value).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined)
    throw httpRequestInvalid(`there is no option ${mark(unknown)}; there are ${FIELDS.join(" ")}`);
  return value;
}

function readBody({ body, body_base64: encoded }: Record<string, unknown>): string | Uint8Array | undefined {
  if (encoded === undefined && (body === undefined || typeof body === "string")) return body;
  try {
    if (body === undefined && typeof encoded === "string") {
      return Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
    }
  } catch {
    // It is no base64.
  }
  throw httpRequestInvalid("the body must be a text, or else `body_base64` bytes in base64");
}

function readHeaders(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) throw httpRequestInvalid("`headers` must be an object of texts");
  for (const [name, content] of Object.entries(value)) {
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name)) throw httpRequestInvalid(`no header can be called ${mark(name)}`);
    if (OWN_HEADERS.test(name)) throw httpRequestInvalid(`the header ${mark(name)} is the platform's own`);
    if (typeof content !== "string" || !/^[\t\x20-\x7e\x80-\xff]*$/.test(content)) {
      throw httpRequestInvalid(`the header ${mark(name)} must be a text of one line, without characters beyond U+00FF`);
    }
  }
  return value as Record<string, string>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
