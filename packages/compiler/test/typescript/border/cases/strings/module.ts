export const capitalize = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);
export const camel = (s: string): string =>
  s.replace(/[-_\s]+(.)?/g, (_, c: string | undefined) => (c ? c.toUpperCase() : ""));
export function words(s: string): Map<string, number> {
  const m = new Map<string, number>();
  for (const w of s.toLowerCase().match(/\w+/g) ?? []) m.set(w, (m.get(w) ?? 0) + 1);
  return m;
}
export function template(t: string, v: Record<string, unknown>): string {
  return t.replace(/\{(\w+)\}/g, (_, k: string) => String(v[k] ?? ""));
}
export function query(s: string): Record<string, string | string[]> {
  const r: Record<string, string | string[]> = {};
  for (const p of s.replace(/^\?/, "").split("&")) {
    if (!p) continue;
    const [k = "", v = ""] = p.split("=").map(decodeURIComponent);
    const o = r[k];
    r[k] = o === undefined ? v : Array.isArray(o) ? [...o, v] : [o, v];
  }
  return r;
}
export function roman(n: number): string {
  const t: [number, string][] = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let r = "";
  for (const [v, s] of t)
    while (n >= v) {
      r += s;
      n -= v;
    }
  return r;
}
export function lev(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) d[0]![j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
  return d[a.length]![b.length]!;
}
export function caesar(s: string, k: number): string {
  return [...s]
    .map((c) =>
      /[a-z]/i.test(c)
        ? String.fromCharCode(((c.charCodeAt(0) - (c < "a" ? 65 : 97) + k + 26) % 26) + (c < "a" ? 65 : 97))
        : c,
    )
    .join("");
}
export function csv(t: string): string[][] {
  return t
    .trim()
    .split("\n")
    .map((l) => l.split(",").map((c) => c.trim()));
}
export function slug(s: string): string {
  return s
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .trim()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
export const tpl = (strs: TemplateStringsArray, ...v: unknown[]): string => strs.raw.join("|") + v.join();
