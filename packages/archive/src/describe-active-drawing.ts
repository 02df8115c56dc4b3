import { quote } from "./quote.ts";
import { decodeText } from "./text.ts";

/** What makes a drawing more than a drawing, in any namespace prefix. */
const activeMarkup =
  /<(?:[\w.-]+:)?(?:script|handler|listener|foreignobject|iframe|object|embed)\b|[\s"'/](?:[\w.-]+:)?on\w+\s*=|<\?xml-stylesheet|<!(?:entity|attlist)|xhtml|javascript:/i;

/** Why a drawing may not be in a package, or `undefined` when it may. */
export function describeActiveDrawing(bytes: Uint8Array): string | undefined {
  const text = decodeText(bytes);
  const encoding = /^\ufeff?<\?xml[^>]*encoding\s*=\s*["']([^"']*)/i.exec(text ?? "")?.[1] ?? "utf-8";
  if (text === undefined || !/^(utf-8|us-ascii)$/i.test(encoding)) return "it is not UTF-8";
  const plain = decodeReferences(text);
  // Blanks vanish from the scheme of a URL.
  const found = activeMarkup.exec(plain) ?? /javascript:/i.exec(plain.replace(/[\t\n\r]/g, ""));
  return found ? `it has ${quote(found[0].trim())}` : undefined;
}

function decodeReferences(text: string): string {
  return text.replace(
    /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi,
    (_, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10_ffff ? "" : String.fromCodePoint(code);
    },
  );
}
