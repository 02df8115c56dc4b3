import { ArrayBuffer } from "./array-buffer.ts";
import { DataView } from "./data-view.ts";
import { RangeError, TypeError } from "./error.ts";
import { toString } from "./text.ts";
import { TypedArray } from "./typed-array.ts";
import { Uint8Array } from "./uint8-array.ts";

interface Options {
  fatal?: boolean;
  ignoreBOM?: boolean;
}

/** `TextDecoder`: UTF-8. */
export class TextDecoder {
  #fatal: boolean = false;
  #ignoreBOM: boolean = false;

  constructor(label?: unknown, options?: Options) {
    if (!$isUndefined(label)) requireUtf8(toString(label));
    if (!$isUndefined(options)) {
      this.#fatal = !!options!.fatal;
      this.#ignoreBOM = !!options!.ignoreBOM;
    }
  }

  static ["@@call"](): never {
    throw new TypeError("Class constructor TextDecoder cannot be invoked without 'new'");
  }

  get encoding(): string {
    return "utf-8";
  }

  get fatal(): boolean {
    return this.#fatal;
  }

  get ignoreBOM(): boolean {
    return this.#ignoreBOM;
  }

  decode(input?: unknown): string {
    if ($isUndefined(input)) return "";
    const text = decodeBytes(bytesOf(input), this.#fatal);
    const isMarked = !this.#ignoreBOM && text.length > 0 && $charCodeAt(text, 0) === 0xfeff;
    return isMarked ? $substring(text, 1, text.length) : text;
  }
}

function requireUtf8(label: string): void {
  const name = $js_string_toLowerCase($js_string_trim(label));
  if (name !== "utf-8" && name !== "utf8" && name !== "unicode-1-1-utf-8") {
    throw new RangeError(`The "${label}" encoding is not supported`);
  }
}

/** The bytes that are looked at through a buffer or a view of one. */
function bytesOf(input: unknown): Uint8Array {
  if ($isInstance(input, Uint8Array)) return $asInstance<Uint8Array>(input, Uint8Array);
  else if ($isInstance(input, ArrayBuffer)) return new Uint8Array(input);
  else if ($isInstance(input, TypedArray)) {
    const view = $asInstance<TypedArray>(input, TypedArray);
    return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  } else if ($isInstance(input, DataView)) {
    const view = $asInstance<DataView>(input, DataView);
    return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  } else {
    throw new TypeError(
      'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.',
    );
  }
}

/** Each longest part that could have become a code point, but does not, is one U+FFFD. */
function decodeBytes(bytes: Uint8Array, fatal: boolean): string {
  const length = bytes["@@length"];
  let text = "";
  let at = 0;
  while (at < length) {
    const lead = bytes["@@read"](at++);
    if (lead < 0x80) {
      text = $concat(text, $fromCharCode(lead));
      continue;
    }
    const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    let point = lead & (0x3f >> more);
    let left = lead < 0xc2 || lead > 0xf4 ? -1 : more;
    // The second byte says whether the code point is too small for so many bytes, half of a pair, or too large.
    let least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    let most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    while (left > 0 && at < length) {
      const next = bytes["@@read"](at);
      if (next < least || next > most) break;
      point = (point << 6) | (next & 0x3f);
      least = 0x80;
      most = 0xbf;
      left--;
      at++;
    }
    if (left !== 0 && fatal) throw new TypeError("The encoded data was not valid for encoding utf-8");
    text = $concat(text, left === 0 ? $fromCodePoint(point) : "\ufffd");
  }
  return text;
}
