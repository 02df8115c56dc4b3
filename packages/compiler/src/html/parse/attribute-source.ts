import { decodeHTMLAttribute } from "entities/decode";
import type { Span } from "../reporter.ts";

/** Where the parts of an attribute are in the source. */
export interface AttributeParts {
  name: Span;
  /** Without quotes; absent when the attribute has no value. */
  value: Span | undefined;
}

/** Finds name and value in the source of one attribute. */
export function splitAttribute(text: string, start: number, end: number): AttributeParts {
  let nameEnd = start + 1;
  while (nameEnd < end && !/[\s/>=]/.test(text[nameEnd] ?? "")) nameEnd++;
  const name = { start, end: nameEnd };
  let valueStart = skipBlanks(text, nameEnd, end);
  if (text[valueStart] !== "=" || valueStart >= end) return { name, value: undefined };
  valueStart = skipBlanks(text, valueStart + 1, end);
  const quote = text[valueStart];
  if (quote !== '"' && quote !== "'") return { name, value: { start: valueStart, end } };
  const close = text.indexOf(quote, valueStart + 1);
  return { name, value: { start: valueStart + 1, end: close < 0 ? end : Math.min(close, end) } };
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /\s/.test(text[at] ?? "")) at++;
  return at;
}

const reference = /&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);?/y;

/**
 * Maps offsets of a decoded attribute value to its source. In attributes a character reference is decoded whole or not
 * at all, so it is enough to decode the references one by one. Returns one source offset for each UTF-16 unit of the
 * value and one for its end, or `undefined` when nothing is encoded.
 */
export function mapReferences(text: string, span: Span): number[] | undefined {
  const raw = text.slice(span.start, span.end);
  if (!raw.includes("&")) return undefined;
  const offsets: number[] = [];
  let at = 0;
  while (at < raw.length) {
    reference.lastIndex = at;
    const source = raw[at] === "&" ? (reference.exec(raw)?.[0] ?? "&") : (raw[at] ?? "");
    const next = raw[at + source.length] ?? "";
    const length = source.startsWith("&") ? decodeHTMLAttribute(source + next).length - next.length : 1;
    const unchanged = length === source.length;
    for (let i = 0; i < length; i++) offsets.push(span.start + at + (unchanged ? i : 0));
    at += source.length;
  }
  offsets.push(span.end);
  return offsets;
}
