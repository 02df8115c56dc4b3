/*
 * Types of which one object does not show which it is of: several arrays, several instances of one class, several objects with the same
 * properties.
 */
export class Box<T> {
  constructor(readonly value: T) {}
  get(): T {
    return this.value;
  }
}
export interface Point {
  x: number;
}

export function lists(): [number[], Date[], Point[], (number | undefined)[][]] {
  return [[1], [new Date(5)], [{ x: 2 }], [[3, undefined]]];
}
export function either(which: number): number[] | string[][] | Date[] {
  if (which === 0) return [1];
  return which === 1 ? [["x"]] : [new Date(5)];
}
export function collections(): [Set<number>, Set<Date>, Map<string, undefined>, Map<number, Date>] {
  return [new Set([1]), new Set([new Date(4)]), new Map([["x", undefined]]), new Map([[1, new Date(5)]])];
}
export function promises(): [Promise<number>, Promise<Date>] {
  return [Promise.resolve(1), Promise.resolve(new Date(6))];
}
export function boxes(): [Box<number>, Box<Date>, Box<Point[]>] {
  return [new Box(1), new Box(new Date(7)), new Box([{ x: 1 }])];
}
export function records(): [Record<string, number>, Record<string, Date>] {
  return [{ a: 1 }, { a: new Date(8) }];
}
export function fields(flag: boolean): { at: number } | { at: Date } {
  const later = { at: new Date(9) };
  return flag ? { at: 1 } : later;
}
export function latest([numbers, dates]: [Map<string, number>, Map<string, Date>]): [
  Map<string, number>,
  Map<string, Date>,
] {
  const times = new Map<string, Date>();
  for (const [key, date] of dates) times.set(key, new Date(date.getTime() + (numbers.get(key) ?? 0)));
  return [numbers, times];
}
export function first(list: number[] | Date[]): number | Date | undefined {
  return list[0];
}
export function same(list: number[] | Date[] | Point[]): number[] | Date[] | Point[] {
  return list;
}
