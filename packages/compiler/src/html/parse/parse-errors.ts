import { invalidHtml, mendedHtml, selfClosingTag } from "../messages.ts";
import { isMeaningful } from "../names/markup-names.ts";
import type { Message } from "../message.ts";
import type { Reporter, Span } from "../reporter.ts";
import type { SeenError } from "./tracking-parser.ts";

interface ParseProblem {
  /** The message, with what is written at the place. */
  message: (written: string) => Message;
  locate: (text: string, seen: SeenError) => Span;
}

/** A mistake that browsers mend in a way of their own, which the view follows. */
function mended(what: string, hint: string): ParseProblem["message"] {
  const message = mendedHtml(what, hint);
  return () => message;
}

/** What no view can hold, or what the end of the file cuts off. */
function fatal(what: string, hint: string): ParseProblem["message"] {
  const message = invalidHtml(what, hint);
  return () => message;
}

function atError(_text: string, { error }: SeenError): Span {
  return { start: error.startOffset, end: error.startOffset + 1 };
}

/** The markup that the file's end cuts off. */
function atUnfinished(text: string, { after, error }: SeenError): Span {
  const open = text.slice(after).search(/<[A-Za-z/!]/);
  const start = open < 0 ? error.startOffset : after + open;
  const name = /^<[/!]?[^\s/>]*/.exec(text.slice(start))?.[0] ?? "";
  return { start, end: start + Math.max(1, name.length) };
}

function atLastTag(_text: string, { lastTag, error }: SeenError): Span {
  if (!lastTag) return { start: error.startOffset, end: error.startOffset + 1 };
  return { start: lastTag.offset, end: lastTag.offset + lastTag.tag.length + 1 };
}

/** The attribute name that ends where the error is. */
function atAttributeName(text: string, { error }: SeenError): Span {
  const end = error.startOffset;
  let start = end;
  while (start > 0 && !/[\s/"'=<]/.test(text[start - 1] ?? "")) start--;
  return { start, end };
}

function atReference(text: string, { error }: SeenError): Span {
  const start = text.lastIndexOf("&", error.startOffset - 1);
  return { start, end: Math.max(start + 1, error.startOffset) };
}

function atWholeTag(text: string, { error }: SeenError): Span {
  const slash = Math.max(error.startOffset, text.lastIndexOf("/", error.endOffset - 1));
  return { start: slash, end: slash + 1 };
}

const cutOff = "the file ends in the middle of it";
const notKept = "browsers drop it";

/** Errors that lose or change something the author wrote. The parser's other complaints change nothing and are not repeated. */
const problems: Readonly<Record<string, ParseProblem>> = {
  "duplicate-attribute": {
    message: (written) =>
      (isMeaningful(written.toLowerCase()) ? invalidHtml : mendedHtml)(
        `the attribute \`${written}\` is on the element already`,
        "browsers drop it; keep one of the two",
      ),
    locate: atAttributeName,
  },
  "eof-in-tag": {
    message: fatal("this tag is not closed", `${cutOff}; look for a missing \`>\` or quote`),
    locate: atUnfinished,
  },
  "eof-before-tag-name": {
    message: mended("`<` without a tag name", "write `&lt;` for the character itself"),
    locate: (text) => ({ start: text.lastIndexOf("<"), end: text.lastIndexOf("<") + 1 }),
  },
  "eof-in-comment": {
    message: fatal("this comment is not closed", `${cutOff}; add \`-->\``),
    locate: atUnfinished,
  },
  "eof-in-cdata": {
    message: fatal("this CDATA section is not closed", `${cutOff}; add \`]]>\``),
    locate: atUnfinished,
  },
  "eof-in-element-that-can-contain-only-text": {
    message: fatal("this element is not closed", `${cutOff}; add the end tag`),
    locate: atLastTag,
  },
  "end-tag-with-attributes": {
    message: mended("an end tag has no attributes", `${notKept}; move them to the start tag`),
    locate: atUnfinished,
  },
  "missing-end-tag-name": {
    message: mended("`</>` names no element", `${notKept}; write the name`),
    locate: ({ length }, { error }) => ({
      start: Math.max(0, error.startOffset - 2),
      end: Math.min(length, error.startOffset + 1),
    }),
  },
  "invalid-first-character-of-tag-name": {
    message: mended("this character cannot begin a tag name", "write `&lt;` for the character `<` itself"),
    locate: atError,
  },
  "unexpected-question-mark-instead-of-tag-name": {
    message: mended("`<?` has no meaning in HTML", `${notKept}; remove it`),
    locate: atError,
  },
  "incorrectly-opened-comment": {
    message: mended("`<!` opens no comment here", `${notKept}; comments begin with \`<!--\``),
    locate: atError,
  },
  "cdata-in-html-content": {
    message: mended("CDATA exists only in SVG and MathML", `${notKept}; write the text without it`),
    locate: atUnfinished,
  },
  "unexpected-null-character": {
    message: mended("a NUL character", "browsers replace it; remove it"),
    locate: atError,
  },
  "null-character-reference": {
    message: mended("this reference names the NUL character", "browsers replace it; remove it"),
    locate: atReference,
  },
  "surrogate-character-reference": {
    message: mended("this reference names half a character", "browsers replace it; write the whole code point"),
    locate: atReference,
  },
  "character-reference-outside-unicode-range": {
    message: mended("this reference names no Unicode character", "browsers replace it; the last is `&#x10FFFF;`"),
    locate: atReference,
  },
  "non-void-html-element-start-tag-with-trailing-solidus": {
    message: selfClosingTag,
    locate: atWholeTag,
  },
};

/** Reports the parse errors that matter to an author. */
export function reportParseErrors(text: string, errors: readonly SeenError[], reporter: Reporter): void {
  for (const seen of errors) {
    const problem = problems[seen.error.code];
    if (!problem) continue;
    const span = problem.locate(text, seen);
    reporter.report(problem.message(text.slice(span.start, span.end)), span);
  }
}
