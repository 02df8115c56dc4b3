/** Decodes UTF-8; `undefined` for bytes that are not. A byte order mark stays, so that a JSON reader refuses it. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Encodes text as UTF-8. */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Orders texts by the bytes of their UTF-8 form, which is the order of their code points. */
export function compareBytes(a: string, b: string): number {
  const left = encodeText(a);
  const right = encodeText(b);
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
