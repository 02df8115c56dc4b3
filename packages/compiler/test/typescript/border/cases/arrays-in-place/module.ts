export function bubble(items: number[]): number[] {
  for (let i = 0; i < items.length; i++)
    for (let j = 0; j < items.length - 1; j++)
      if (items[j]! > items[j + 1]!) {
        const t = items[j]!;
        items[j] = items[j + 1]!;
        items[j + 1] = t;
      }
  return items;
}
export const quick = <T>(a: T[], cmp: (x: T, y: T) => number = (x, y) => (x < y ? -1 : x > y ? 1 : 0)): T[] => {
  if (a.length <= 1) return a;
  const [p, ...rest] = a as [T, ...T[]];
  return [
    ...quick(
      rest.filter((x) => cmp(x, p) < 0),
      cmp,
    ),
    p,
    ...quick(
      rest.filter((x) => cmp(x, p) >= 0),
      cmp,
    ),
  ];
};
export function swap<T>(a: T[], i: number, j: number): void {
  const t = a[i]!;
  a[i] = a[j]!;
  a[j] = t;
}
export function clear(a: number[]): void {
  a.length = 0;
}
export function grow(a: string[], s: string): number {
  a.push(s, s);
  return a.length;
}

/** Its slots are empty at first. */
export class Buckets {
  slots: number[][];
  constructor(size: number) {
    this.slots = new Array(size);
  }
  add(value: number): void {
    (this.slots[value % this.slots.length] ??= []).push(value);
  }
}
