import { isBytes } from "../is-bytes.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import { argumentInvalid } from "./messages.ts";

const { fromCharCode } = String;
const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

/** Bytes that make one text at a time: an engine bounds the arguments of a call. */
const CHUNK = 8192;

/** Bytes that the host gives to guests. */
export function createBytesFunctions(): JavascriptFunctions {
  return {
    bytes_text(value: unknown) {
      const given = bytes("bytes_text", value);
      let text = "";
      for (let start = 0; start < given.length; start += CHUNK) {
        text += fromCharCode(...given.subarray(start, start + CHUNK));
      }
      return text;
    },
    bytes_decode: (value: unknown) => decoder.decode(bytes("bytes_decode", value)),
  };
}

/** A copy of a value that must be bytes, so that nothing of it is the value's own. */
function bytes(name: string, value: unknown): Uint8Array {
  if (isBytes(value)) return new Uint8Array(value);
  throw argumentInvalid(name, "bytes", value);
}
