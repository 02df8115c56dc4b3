/**
 * Finds the URLs in a CSS value: what `url()` holds, and every string, because other functions (`image-set()`, `src()`) take
 * URLs as strings. Follows the tokens of CSS Syntax wherever another reading would hide text that a browser reads: strings
 * end at their line, `<!--` and `-->` are tokens, `#url` and `@url` are no functions, NUL is part of a name.
 */
export function listStyleUrls(style: string): string[] {
  return readStyle(style).urls;
}

/** What a CSS value or style sheet has in it. */
export interface StyleContent {
  readonly urls: string[];
  /** How deep braces, brackets and parentheses are in one another. */
  readonly depth: number;
}

/** Reads a CSS value or style sheet once, for its URLs and its depth. */
export function readStyle(style: string): StyleContent {
  const urls: string[] = [];
  /** What closes that which is open; anything else does not, as browsers read it. */
  const open: string[] = [];
  let depth = 0;
  // Every alternative takes as much as it can and then succeeds, so that no text is read twice.
  const token =
    // oxlint-disable-next-line no-control-regex -- to CSS, NUL is a letter
    /\/\*[^]*?(?:\*\/|$)|(["'])((?:(?!\1)[^\\\n\r\f]|\\(?:\r\n|[^]))*)\1?|<!--|-->|([#@]?(?:[\w-]|[^\x01-\x7f]|\\[0-9a-f]{1,6}(?:\r\n|[ \t\n\f\r])?|\\[^\n\r\f])+)\(?|[^]/gi;
  const unquoted = /[ \t\n\f\r]*(?!["' \t\n\f\r])((?:[^)\\]+|\\[^])*)/y;
  for (let match = token.exec(style); match; match = token.exec(style)) {
    const text = match[2];
    if (text !== undefined) urls.push(decodeEscapes(text));
    // A name can end with an escaped parenthesis.
    const closer = match[0] === match[3] ? undefined : closers.get(match[0].at(-1) ?? "");
    const isUrl = match[3] !== undefined && closer === ")" && decodeEscapes(match[3]).toLowerCase() === "url";
    if (text === undefined && closer !== undefined) depth = Math.max(depth, open.push(closer));
    else if (match[0] === open.at(-1)) open.pop();
    if (!isUrl) continue;
    unquoted.lastIndex = token.lastIndex;
    const value = unquoted.exec(style)?.[1];
    if (value === undefined) continue;
    urls.push(decodeEscapes(value));
    token.lastIndex = unquoted.lastIndex;
  }
  return { urls, depth };
}

const closers: ReadonlyMap<string, string> = new Map(Object.entries({ "(": ")", "[": "]", "{": "}" }));

function decodeEscapes(text: string): string {
  return text.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\n\f\r])?|(\r\n|[\n\f\r])|([^]))/gi,
    (_, hex: string | undefined, lineEnd: string | undefined, char: string | undefined) => {
      if (hex === undefined) return lineEnd === undefined ? (char ?? "") : "";
      const code = Number.parseInt(hex, 16);
      return code === 0 || code > 0x10_ffff ? "\ufffd" : String.fromCodePoint(code);
    },
  );
}
