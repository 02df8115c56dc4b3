import { expressionSyntax, invalidLiteral } from "./messages.ts";
import { ExpressionFailure } from "./failure.ts";
import { readEscape } from "./escape.ts";

/** The smallest part of an expression. A template literal is only opened here; its parts are read by the parser. */
export type Token =
  | { type: "number"; value: number; start: number; end: number }
  | { type: "string"; value: string; start: number; end: number }
  | { type: "name"; text: string; start: number; end: number }
  | { type: "sign"; text: string; start: number; end: number }
  | { type: "end"; text: ""; start: number; end: number };

const blank = /[\s\uFEFF]*/y;
const name = /[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*/uy;
const number =
  /(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)/y;
/** Longest first, also signs that the language refuses, so that a message can name them whole. */
const sign =
  />>>=|\.\.\.|===|!==|>>>|\*\*=|<<=|>>=|&&=|\|\|=|\?\?=|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?![0-9])|=>|\*\*|\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<|>>|\/\/|\/\*|[()[\]{}.,;:?!+\-*/%<>=&|^~@#`]/y;

/** Reads the token at or after an offset. Throws an `ExpressionFailure` for what is none. */
export function readToken(text: string, from: number): Token {
  const start = from + (match(blank, text, from)?.length ?? 0);
  if (start >= text.length) return { type: "end", text: "", start: text.length, end: text.length };
  const word = match(name, text, start);
  if (word !== undefined) return { type: "name", text: word, start, end: start + word.length };
  const first = text[start] ?? "";
  if (first === '"' || first === "'") return readString(text, start, first);
  const digits = match(number, text, start);
  if (digits) return readNumber(text, start, digits);
  const mark = match(sign, text, start);
  if (mark !== undefined) return { type: "sign", text: mark, start, end: start + mark.length };
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  throw new ExpressionFailure(
    expressionSyntax(`unexpected character \`${character}\``),
    start,
    start + character.length,
  );
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function readNumber(text: string, start: number, digits: string): Token {
  const end = start + digits.length;
  const rest = match(/[\p{ID_Continue}$]+/uy, text, end) ?? "";
  if (rest !== "") {
    throw new ExpressionFailure(invalidLiteral(`\`${digits}${rest}\` is not a number`), start, end + rest.length);
  }
  const value = Number(digits);
  if (!Number.isFinite(value)) {
    throw new ExpressionFailure(invalidLiteral(`\`${digits}\` is larger than any number`), start, end);
  }
  return { type: "number", value, start, end };
}

function readString(text: string, start: number, quote: string): Token {
  let value = "";
  let at = start + 1;
  while (at < text.length && text[at] !== quote && text[at] !== "\n") {
    if (text[at] === "\\") {
      const escape = readEscape(text, at);
      value += escape.value;
      at = escape.end;
    } else value += text[at++];
  }
  if (text[at] !== quote) {
    throw new ExpressionFailure(invalidLiteral(`this text is not closed; ${quote} is missing`), start, at);
  }
  return { type: "string", value, start, end: at + 1 };
}
