import { jsonUnrepresentable } from "./messages.ts";

/** Deeper values are refused: nothing that is written in this form nests so far, and a hostile one exhausts the stack. */
const MAX_DEPTH = 512;

/**
 * Writes a JSON value in the one form of RFC 8785 (JSON Canonicalization Scheme): no white space, properties in the order
 * of their names' UTF-16 units, numbers and strings as ECMAScript's `JSON.stringify` writes them.
 * @throws RuneError `json_unrepresentable` for what JSON cannot say (not finite, `undefined`, lone surrogates, objects
 * that are no plain data) and for values nested deeper than 512 levels.
 */
export function canonicalize(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw jsonUnrepresentable(`a value nested deeper than ${MAX_DEPTH} levels`);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeText(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw jsonUnrepresentable(`the number ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join()}]`;
  if (typeof value === "object" && isPlain(value)) {
    // `sort` without a comparison orders strings by their UTF-16 units, which is what the RFC asks for.
    const members = Object.keys(value)
      .sort()
      .map((name) => `${writeText(name)}:${write((value as Record<string, unknown>)[name], depth + 1)}`);
    return `{${members.join()}}`;
  }
  throw jsonUnrepresentable(typeof value === "object" ? "an object that is no plain data" : `a ${typeof value}`);
}

function writeText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw jsonUnrepresentable("a string with half a surrogate pair");
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
