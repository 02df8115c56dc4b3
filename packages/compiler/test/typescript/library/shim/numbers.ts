const words = new DataView(new ArrayBuffer(8));

/** Operations on numbers that WASM has as instructions. */
export const numberIntrinsics = {
  $sqrt: Math.sqrt,
  $floor: Math.floor,
  $ceil: Math.ceil,
  $trunc: Math.trunc,
  $nearest(x: number): number {
    const low = Math.floor(x);
    const half = x - low === 0.5;
    if (!half) return Math.round(x);
    return low % 2 === 0 ? low : low + 1;
  },
  $abs: Math.abs,
  $min2: (a: number, b: number): number => Math.min(a, b),
  $max2: (a: number, b: number): number => Math.max(a, b),
  $copysign: (x: number, sign: number): number => (sign < 0 || Object.is(sign, -0) ? -Math.abs(x) : Math.abs(x)),
  $clz32: Math.clz32,
  $imul: Math.imul,
  $fround: Math.fround,
  $highWord(x: number): number {
    words.setFloat64(0, x);
    return words.getInt32(0);
  },
  $lowWord(x: number): number {
    words.setFloat64(0, x);
    return words.getInt32(4);
  },
  $fromWords(high: number, low: number): number {
    words.setInt32(0, high);
    words.setInt32(4, low);
    return words.getFloat64(0);
  },
};
