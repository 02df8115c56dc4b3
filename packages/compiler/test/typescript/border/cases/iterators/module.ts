export function* count(n: number): Generator<number> {
  for (let i = 0; i < n; i++) yield i;
}
export function* chars(s: string): IterableIterator<string> {
  for (const c of s) yield c;
}
export class Range {
  constructor(
    private a: number,
    private b: number,
  ) {}
  *[Symbol.iterator](): Generator<number, void, undefined> {
    for (let i = this.a; i < this.b; i++) yield i;
  }
}
export class List<T> {
  private items: T[] = [];
  add(x: T): this {
    this.items.push(x);
    return this;
  }
  [Symbol.iterator](): Iterator<T> {
    let i = 0;
    const items = this.items;
    return {
      next: (): IteratorResult<T> =>
        i < items.length ? { value: items[i++]!, done: false } : { value: undefined, done: true },
    };
  }
}
export function sum(it: Iterable<number>): number {
  let s = 0;
  for (const x of it) s += x;
  return s;
}
export function entries(m: Map<string, number>): IterableIterator<[string, number]> {
  return m.entries();
}
export function* dialog(): Generator<string, string, string> {
  const a = yield "name?";
  const b = yield "hi " + a;
  return a + b;
}
export function* objs(): Generator<{ n: number }> {
  yield { n: 1 };
  yield { n: 2 };
}
export function take<T>(it: Iterable<T>, n: number): T[] {
  const r: T[] = [];
  for (const x of it) {
    if (r.length >= n) break;
    r.push(x);
  }
  return r;
}
export async function* ticks(n: number): AsyncGenerator<number> {
  for (let i = 0; i < n; i++) yield i;
}
