import { TypeError } from "./error.ts";
import { toString } from "./text.ts";
import { Uint8Array } from "./uint8-array.ts";

/** `TextEncoder`: UTF-8. */
export class TextEncoder {
  static ["@@call"](): never {
    throw new TypeError("Class constructor TextEncoder cannot be invoked without 'new'");
  }

  get encoding(): string {
    return "utf-8";
  }

  encode(text?: unknown): Uint8Array {
    const source = $isUndefined(text) ? "" : toString(text);
    const bytes = new Uint8Array(countBytes(source));
    encodeInto(source, bytes);
    return bytes;
  }

  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
    return encodeInto(toString(text), bytes);
  }
}

/** How many bytes a code point takes; half of a pair is written as U+FFFD, which takes three. */
function sizeOf(point: $int): $int {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

function countBytes(text: string): $int {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const size = sizeOf($codePointAt(text, i));
    if (size === 4) i++;
    count += size;
  }
  return count;
}

/** Writes as many code points as there is room for. */
function encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
  const room = bytes["@@length"];
  let at = 0;
  let read = 0;
  while (read < text.length) {
    const point = $codePointAt(text, read);
    const size = sizeOf(point);
    if (at + size > room) break;
    writePoint(bytes, at, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point, size);
    at += size;
    read += size === 4 ? 2 : 1;
  }
  return { read, written: at };
}

function writePoint(bytes: Uint8Array, at: $int, point: $int, size: $int): void {
  if (size === 1) {
    bytes["@@write"](at, point);
    return;
  }
  for (let i = size - 1, rest = point; i > 0; i--, rest >>= 6) bytes["@@write"](at + i, 0x80 | (rest & 0x3f));
  const lead = size === 2 ? 0xc0 : size === 3 ? 0xe0 : 0xf0;
  bytes["@@write"](at, lead | (point >> (6 * (size - 1))));
}
