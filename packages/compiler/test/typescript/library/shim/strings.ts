function index(value: number, most: number): number {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new Error(`index ${value} is not within ${most}`);
  return value;
}

/** Operations of `wasm:js-string`. They refuse what would be undefined behaviour of a library that relies on being in range. */
export const stringIntrinsics = {
  $stringLength: (text: string): number => text.length,
  $charCodeAt: (text: string, at: number): number => text.charCodeAt(index(at, text.length - 1)),
  $codePointAt: (text: string, at: number): number | undefined => text.codePointAt(index(at, text.length - 1)),
  $substring(text: string, start: number, end: number): string {
    if (start > end) throw new Error(`substring from ${start} to ${end}`);
    return text.substring(index(start, text.length), index(end, text.length));
  },
  $concat(a: string, b: string): string {
    if (typeof a !== "string" || typeof b !== "string") throw new Error("concat of no strings");
    return a + b;
  },
  $stringEquals(a: string, b: string): boolean {
    if (typeof a !== "string" || typeof b !== "string") throw new Error("comparison of no strings");
    return a === b;
  },
  $stringCompare(a: string, b: string): number {
    if (typeof a !== "string" || typeof b !== "string") throw new Error("comparison of no strings");
    if (a < b) return -1;
    return a > b ? 1 : 0;
  },
  $fromCharCode: (code: number): string => String.fromCharCode(index(code, 0xffff)),
  $fromCodePoint: (point: number): string => String.fromCodePoint(index(point, 0x10ffff)),
};
