// JSON text of scalars. Numbers are kept as text, so a module that never sends a float holds no code to print one.

const HEX = "0123456789abcdef";

/** Quotes a text. Lone surrogates become escapes, as with a well-formed `JSON.stringify`. */
export function quote(text: string): string {
  let out = '"';
  let from = 0;
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code != 0x22 && code != 0x5c && (code & 0xf800) != 0xd800) continue;
    if ((code & 0xfc00) == 0xd800 && i + 1 < length && (text.charCodeAt(i + 1) & 0xfc00) == 0xdc00) {
      i++;
      continue;
    }
    out += text.substring(from, i) + escape_code(code);
    from = i + 1;
  }
  return (from == 0 ? out + text : out + text.substring(from)) + '"';
}

function escape_code(code: i32): string {
  switch (code) {
    case 0x08:
      return "\\b";
    case 0x09:
      return "\\t";
    case 0x0a:
      return "\\n";
    case 0x0c:
      return "\\f";
    case 0x0d:
      return "\\r";
    case 0x22:
      return '\\"';
    case 0x5c:
      return "\\\\";
    default:
      return "\\u" + HEX.charAt(code >> 12) + HEX.charAt((code >> 8) & 15) + HEX.charAt((code >> 4) & 15) + HEX.charAt(code & 15);
  }
}

/** Text of a float: without a fraction that says nothing; `null` for what JSON has no number for. */
export function float_text<T>(value: T): string {
  if (!isFinite(value)) return "null";
  const text = value.toString();
  return text.endsWith(".0") ? text.substring(0, text.length - 2) : text;
}
