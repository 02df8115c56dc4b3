import { invalidHtml, selfClosingTag } from "../messages.ts";
import type { Message } from "../message.ts";
import type { Reporter, Span } from "../reporter.ts";
import type { SeenError } from "./tracking-parser.ts";

interface ParseProblem {
  message: Message;
  locate: (text: string, seen: SeenError) => Span;
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

/** Errors that lose something the author wrote. The parser's other complaints change nothing and are not repeated. */
const problems: Readonly<Record<string, ParseProblem>> = {
  "duplicate-attribute": {
    message: invalidHtml("this attribute is on the element already", "keep one of the two"),
    locate: atAttributeName,
  },
  "eof-in-tag": {
    message: invalidHtml("this tag is not closed", `${cutOff}; look for a missing \`>\` or quote`),
    locate: atUnfinished,
  },
  "eof-before-tag-name": {
    message: invalidHtml("`<` without a tag name", "write `&lt;` for the character itself"),
    locate: (text) => ({ start: text.lastIndexOf("<"), end: text.lastIndexOf("<") + 1 }),
  },
  "eof-in-comment": {
    message: invalidHtml("this comment is not closed", `${cutOff}; add \`-->\``),
    locate: atUnfinished,
  },
  "eof-in-cdata": {
    message: invalidHtml("this CDATA section is not closed", `${cutOff}; add \`]]>\``),
    locate: atUnfinished,
  },
  "eof-in-element-that-can-contain-only-text": {
    message: invalidHtml("this element is not closed", `${cutOff}; add the end tag`),
    locate: atLastTag,
  },
  "end-tag-with-attributes": {
    message: invalidHtml("an end tag has no attributes", `${notKept}; move them to the start tag`),
    locate: atUnfinished,
  },
  "missing-end-tag-name": {
    message: invalidHtml("`</>` names no element", `${notKept}; write the name`),
    locate: ({ length }, { error }) => ({
      start: Math.max(0, error.startOffset - 2),
      end: Math.min(length, error.startOffset + 1),
    }),
  },
  "invalid-first-character-of-tag-name": {
    message: invalidHtml("this character cannot begin a tag name", "write `&lt;` for the character `<` itself"),
    locate: atError,
  },
  "unexpected-question-mark-instead-of-tag-name": {
    message: invalidHtml("`<?` has no meaning in HTML", `${notKept}; remove it`),
    locate: atError,
  },
  "incorrectly-opened-comment": {
    message: invalidHtml("`<!` opens no comment here", `${notKept}; comments begin with \`<!--\``),
    locate: atError,
  },
  "cdata-in-html-content": {
    message: invalidHtml("CDATA exists only in SVG and MathML", `${notKept}; write the text without it`),
    locate: atUnfinished,
  },
  "unexpected-character-in-attribute-name": {
    message: invalidHtml("this character cannot be in an attribute name", "look for a missing quote or `>` before it"),
    locate: atError,
  },
  "unexpected-equals-sign-before-attribute-name": {
    message: invalidHtml("`=` without an attribute name", "write the name before it"),
    locate: atError,
  },
  "unexpected-null-character": {
    message: invalidHtml("a NUL character", "browsers replace it; remove it"),
    locate: atError,
  },
  "null-character-reference": {
    message: invalidHtml("this reference names the NUL character", "browsers replace it; remove it"),
    locate: atReference,
  },
  "surrogate-character-reference": {
    message: invalidHtml("this reference names half a character", "browsers replace it; write the whole code point"),
    locate: atReference,
  },
  "character-reference-outside-unicode-range": {
    message: invalidHtml("this reference names no Unicode character", "browsers replace it; the last is `&#x10FFFF;`"),
    locate: atReference,
  },
  "non-void-html-element-start-tag-with-trailing-solidus": {
    message: selfClosingTag(),
    locate: atWholeTag,
  },
};

/** Reports the parse errors that matter to an author. */
export function reportParseErrors(text: string, errors: readonly SeenError[], reporter: Reporter): void {
  for (const seen of errors) {
    const problem = problems[seen.error.code];
    if (problem) reporter.report(problem.message, problem.locate(text, seen));
  }
}
