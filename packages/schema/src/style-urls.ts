/**
 * Finds the URLs in a CSS value: what `url()` holds, and every string, because other functions (`image-set()`, `src()`) take
 * URLs as strings. Follows the tokens of CSS Syntax so far as they matter: strings, comments, escapes in names and values.
 */
export function listStyleUrls(style: string): string[] {
  const urls: string[] = [];
  // Every alternative takes as much as it can and then succeeds, so that no text is read twice.
  const token =
    /\/\*[^]*?(?:\*\/|$)|"((?:[^"\\]+|\\[^])*)"?|'((?:[^'\\]+|\\[^])*)'?|((?:[\w-]|[^\0-\x7f]|\\[0-9a-f]{1,6}(?:\r\n|[ \t\n\f\r])?|\\[^])+)\(?|[^]/gi;
  const unquoted = /[ \t\n\f\r]*(?!["' \t\n\f\r])((?:[^)\\]+|\\[^])*)/y;
  for (let match = token.exec(style); match; match = token.exec(style)) {
    const text = match[1] ?? match[2];
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
