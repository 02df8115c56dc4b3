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

/**
 * Reads a JSON number. Up to 15 digits and exponents up to 22 are exact, more can be off by a few units in the last
 * place; AssemblyScript's `parseFloat` is off from the ninth digit on where exponents are large.
 */
export function read_float(text: string): f64 {
  let digits: u64 = 0;
  let exponent: i32 = 0;
  let has_point = false;
  let i = text.charCodeAt(0) == 0x2d ? 1 : 0;
  const negative = i == 1;
  for (const length = text.length; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code == 0x2e) {
      has_point = true;
    } else if ((code | 0x20) == 0x65) {
      exponent += <i32>max(min(I64.parseInt(text.substring(i + 1), 10), 10_000), -10_000);
      break;
    } else if (digits < 1_000_000_000_000_000_000) {
      digits = digits * 10 + (code - 0x30);
      if (has_point) exponent--;
    } else if (!has_point) {
      exponent++;
    }
  }
  const value = scale(<f64>digits, exponent);
  return negative ? -value : value;
}

function scale(value: f64, exponent: i32): f64 {
  if (value == 0) return 0;
  let result = value;
  let rest = abs(exponent);
  for (; rest >= 22; rest -= 22) {
    result = exponent < 0 ? result / 1e22 : result * 1e22;
    if (result == 0 || !isFinite(result)) return result;
  }
  let factor: f64 = 1;
  for (; rest > 0; rest--) factor *= 10;
  return exponent < 0 ? result / factor : result * factor;
}
