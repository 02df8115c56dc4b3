import { invalidLiteral } from "./messages.ts";
import { readEscape } from "./escape.ts";
import { ExpressionFailure } from "./failure.ts";

/** The fixed text up to the next `${` or to the end of a template literal. */
export interface TemplatePart {
  value: string;
  /** Where the text ends. */
  end: number;
  /** Where reading goes on: after `${`, or after the closing quote. */
  next: number;
  isLast: boolean;
}

/**
 * Reads one part. Without a quote the text is an attribute's own, in which a backslash is a character like others.
 * `start` is where the literal began, for the message that it does not end.
 */
export function readTemplatePart(text: string, from: number, quote: "`" | undefined, start: number): TemplatePart {
  let value = "";
  let at = from;
  while (at < text.length && text[at] !== quote) {
    if (text.startsWith("${", at)) return { value, end: at, next: at + 2, isLast: false };
    if (quote && text[at] === "\\") {
      const escape = readEscape(text, at);
      value += escape.value;
      at = escape.end;
    } else value += text[at++];
  }
  if (quote && at >= text.length) {
    throw new ExpressionFailure(invalidLiteral("this text is not closed; ` is missing"), start, text.length);
  }
  return { value, end: at, next: quote ? at + 1 : at, isLast: true };
}
