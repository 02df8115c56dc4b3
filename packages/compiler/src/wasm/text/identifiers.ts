/** A list of items with a text identifier each; items of one name are told apart by a number. The format has no empty identifier. */
export function createIdentifiers<T extends { name: string }>(items: Iterable<T>): Map<T, string> {
  const identifiers = new Map<T, string>();
  const taken = new Set<string>();
  for (const item of items) {
    const wanted = item.name || "~";
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}~${count}`;
    taken.add(name);
    identifiers.set(item, /^[\w.~-]+$/.test(name) ? `$${name}` : `$${quote(name)}`);
  }
  return identifiers;
}

/** A text as a string of the text format. */
export function quote(text: string): string {
  return quoteBytes(new TextEncoder().encode(text));
}

/** Bytes as a string of the text format. */
export function quoteBytes(bytes: Uint8Array): string {
  let text = '"';
  for (const byte of bytes) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    text += plain ? String.fromCharCode(byte) : `\\${byte.toString(16).padStart(2, "0")}`;
  }
  return `${text}"`;
}
