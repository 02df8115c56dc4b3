import { invalidLiteral } from "./messages.ts";
import { ExpressionFailure } from "./failure.ts";

const single: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
  "\n": "",
};
const numbered = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{0*([0-9a-fA-F]{1,6})\})/y;

/** Reads the escape sequence at a backslash, as JavaScript does in strict mode. */
export function readEscape(text: string, start: number): { value: string; end: number } {
  const letter = text[start + 1];
  if (letter === undefined) {
    throw new ExpressionFailure(invalidLiteral("nothing follows this backslash"), start, start + 1);
  }
  if (letter === "x" || letter === "u") return readNumbered(text, start);
  if (/[1-9]/.test(letter) || (letter === "0" && /[0-9]/.test(text[start + 2] ?? ""))) {
    throw new ExpressionFailure(invalidLiteral("octal escapes are not allowed; write `\\xHH`"), start, start + 2);
  }
  return { value: Object.hasOwn(single, letter) ? (single[letter] ?? "") : letter, end: start + 2 };
}

function readNumbered(text: string, start: number): { value: string; end: number } {
  numbered.lastIndex = start;
  const found = numbered.exec(text);
  const code = found ? Number.parseInt(found[1] ?? found[2] ?? found[3] ?? "", 16) : Number.NaN;
  if (!found || code > 0x10ffff) {
    const problem = invalidLiteral("this escape is incomplete; write `\\xHH`, `\\uHHHH` or `\\u{H…}`");
    throw new ExpressionFailure(problem, start, Math.min(text.length, start + 2));
  }
  return { value: String.fromCodePoint(code), end: start + found[0].length };
}
