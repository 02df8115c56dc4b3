export const popcount = (n: number): number => {
  let c = 0;
  for (; n; n &= n - 1) c++;
  return c;
};
export const isPow2 = (n: number): boolean => n > 0 && (n & (n - 1)) === 0;
export function fnv(s: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) {
    h ^= s.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return h >>> 0;
}
export function factorial(n: number): bigint {
  return n <= 1 ? 1n : BigInt(n) * factorial(n - 1);
}
export function fib(n: number, memo: Record<number, number> = {}): number {
  if (n <= 1) return n;
  return (memo[n] ??= fib(n - 1, memo) + fib(n - 2, memo));
}
export function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b);
}
export function primes(n: number): number[] {
  const s = new Array<boolean>(n + 1).fill(true);
  const r: number[] = [];
  for (let i = 2; i <= n; i++) {
    if (!s[i]) continue;
    r.push(i);
    for (let j = i * i; j <= n; j += i) s[j] = false;
  }
  return r;
}
export const toBinary = (n: number): string => (n >>> 0).toString(2).padStart(8, "0");
export const divmod = (a: number, b: number): [number, number] => [Math.floor(a / b), a % b];
export function parseBin(s: string): number | null {
  return /^[01]+$/.test(s) ? parseInt(s, 2) : null;
}
export const clamp = (n: number, lo = 0, hi = 1): number => Math.min(hi, Math.max(lo, n));
export function stats(a: number[]): { mean: number; min: number; max: number; sd?: number } {
  const mean = a.reduce((x, y) => x + y, 0) / a.length;
  return a.length > 1
    ? {
        mean,
        min: Math.min(...a),
        max: Math.max(...a),
        sd: Math.sqrt(a.reduce((s, x) => s + (x - mean) ** 2, 0) / (a.length - 1)),
      }
    : { mean, min: a[0]!, max: a[0]! };
}
export const isNum = (x: unknown): x is number => typeof x === "number";
export const first = <T>(a: T[]): T | undefined => a[0];
export const last = <T>(a: readonly T[]): T => {
  if (!a.length) throw new RangeError("empty");
  return a[a.length - 1]!;
};
