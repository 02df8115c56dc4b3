/**
 * Finds the URLs in a CSS value: what `url()` holds, and every string, because other functions (`image-set()`, `src()`) take
 * URLs as strings. Follows the tokens of CSS Syntax wherever another reading would hide text that a browser reads: strings
 * end at their line, `<!--` and `-->` are tokens, `#url` and `@url` are no functions, NUL is part of a name.
 */
export function listStyleUrls(style: string): string[] {
  const urls: string[] = [];
  // Every alternative takes as much as it can and then succeeds, so that no text is read twice.
  const token =
    // oxlint-disable-next-line no-control-regex -- to CSS, NUL is a letter
    /\/\*[^]*?(?:\*\/|$)|(["'])((?:(?!\1)[^\\\n\r\f]|\\(?:\r\n|[^]))*)\1?|<!--|-->|([#@]?(?:[\w-]|[^\x01-\x7f]|\\[0-9a-f]{1,6}(?:\r\n|[ \t\n\f\r])?|\\[^\n\r\f])+)\(?|[^]/gi;
  const unquoted = /[ \t\n\f\r]*(?!["' \t\n\f\r])((?:[^)\\]+|\\[^])*)/y;
  for (let match = token.exec(style); match; match = token.exec(style)) {
    const text = match[2];
    if (text !== undefined) urls.push(decodeEscapes(text));
    if (match[3] === undefined || !match[0].endsWith("(") || decodeEscapes(match[3]).toLowerCase() !== "url") continue;
    unquoted.lastIndex = token.lastIndex;
    const value = unquoted.exec(style)?.[1];
    if (value === undefined) continue;
    urls.push(decodeEscapes(value));
    token.lastIndex = unquoted.lastIndex;
  }
  return urls;
}

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
