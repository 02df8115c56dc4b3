export function sum(a: Float64Array): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i]!;
  return s;
}
export function bytes(s: string): Uint8Array {
  const r = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) r[i] = s.charCodeAt(i);
  return r;
}
export function dbl(a: Int32Array): Int32Array {
  return a.map((x) => x * 2);
}
export function fill(a: Uint8Array, v: number): void {
  a.fill(v);
}
export function buf(b: ArrayBuffer): ArrayBuffer {
  const u = new Uint8Array(b);
  u[0] = 9;
  return b.slice(1);
}
export function bigs(a: BigInt64Array): bigint {
  return a[0]! + a[1]!;
}
export function f32(n: number): Float32Array {
  return Float32Array.from({ length: n }, (_, i) => i / 3);
}
