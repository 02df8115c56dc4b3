import { decodeText } from "./text.ts";

/** A JSON value, or why there is none. */
export type ParsedJson = { value: unknown; text: string } | { problem: string };

/** Reads strict JSON in UTF-8. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  const text = decodeText(bytes);
  if (text === undefined) return { problem: "the bytes are not UTF-8." };
  try {
    return { value: JSON.parse(text), text };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
