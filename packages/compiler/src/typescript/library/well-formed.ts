/** Where the first half of a surrogate pair stands alone, -1 if none does. */
export function loneSurrogate(text: string): $int {
  for (let i = 0; i < text.length; i++) {
    const unit = $charCodeAt(text, i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    if (unit > 0xdbff || i + 1 === text.length) return i;
    const next = $charCodeAt(text, i + 1);
    if (next < 0xdc00 || next > 0xdfff) return i;
    i++;
  }
  return -1;
}

/** The text with U+FFFD in the place of each half of a surrogate pair that stands alone. */
export function wellFormed(text: string): string {
  let result = "";
  let rest = text;
  for (let at = loneSurrogate(rest); at >= 0; at = loneSurrogate(rest)) {
    result += $substring(rest, 0, at) + "\ufffd";
    rest = $substring(rest, at + 1, rest.length);
  }
  return result + rest;
}
