import { ArrayBuffer } from "./array-buffer.ts";
import { base64Of } from "./base64.ts";
import { hostBytesAfter } from "./host-bytes.ts";
import { quoted } from "./mutations.ts";
import { Uint8Array } from "./uint8-array.ts";

/** How a request is made, beside its address. */
export interface FetchOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | ArrayBuffer;
  timeout_ms?: number;
}

/** A request as the host takes it. */
export function requestText(url: string, options: FetchOptions | undefined): string {
  let text = `{"url":${quoted(url)}`;
  if (options !== undefined) {
    const { method, headers, body, timeout_ms: timeout } = options;
    if (method !== undefined) text += `,"method":${quoted(method)}`;
    if (headers !== undefined) text += `,"headers":${headersText(headers)}`;
    if (body !== undefined) text += bodyText(body);
    if (timeout !== undefined) text += `,"timeout_ms":${timeout > 0 ? $min2(timeout, 1e15) : 0}`;
  }
  return `${text}}`;
}

function bodyText(body: string | Uint8Array | ArrayBuffer): string {
  if ($isInstance(body, Uint8Array)) return `,"body_base64":"${base64Of(body as Uint8Array)}"`;
  if ($isInstance(body, ArrayBuffer)) return `,"body_base64":"${base64Of(new Uint8Array(body as ArrayBuffer))}"`;
  return `,"body":${quoted(body as string)}`;
}

function headersText(headers: Record<string, string>): string {
  let text = "";
  const count = $propertyCount(headers);
  for (let i = 0; i < count; i++) {
    if (i > 0) text += ",";
    text += `${quoted($propertyName(headers, i))}:${quoted($propertyValue(headers, i) as string)}`;
  }
  return `{${text}}`;
}

/** What a server has answered: a line with the status, a line for each header, an empty line, and the body. */
export class HostResponse {
  readonly status: number;
  readonly ok: boolean;
  #bytes: $host;
  /** The lines of the headers, each between two line breaks. */
  #head: string;
  #body: string;

  constructor(bytes: $host) {
    const all = $js_bytes_decode(bytes);
    const end = all.indexOf("\n\n");
    const status = $js_number_parse(all.substring(0, all.indexOf("\n")));
    this.status = status;
    this.ok = status >= 200 && status < 300;
    this.#bytes = bytes;
    this.#head = all.substring(0, end + 1);
    // A mark of the byte order is no part of the text.
    this.#body = all.substring(end + ($charCodeAt(`${all} `, end + 2) === 0xfeff ? 3 : 2));
  }

  header(name: string): string | null {
    const label = `\n${name.toLowerCase()}: `;
    const at = this.#head.indexOf(label);
    if (at < 0) return null;
    const start = at + label.length;
    return this.#head.substring(start, this.#head.indexOf("\n", start));
  }

  text(): string {
    return this.#body;
  }

  bytes(): Uint8Array {
    return hostBytesAfter(this.#bytes, "\n\n");
  }
}
