export function take<T>(items: Iterable<T>, n: number): T[] {
  const out: T[] = [];
  if (n === 0) return out;
  for (const x of items) {
    out.push(x);
    if (out.length === n) break;
  }
  return out;
}
export function first(items: Iterator<number>): number {
  const r = items.next();
  return r.done ? -1 : r.value;
}
export function two(items: IterableIterator<number>): number[] {
  const a = items.next();
  const b = items.next();
  return [a.value, b.value];
}
export function genIn(g: Generator<number, string, number>): unknown[] {
  const a = g.next(0);
  const b = g.next(5);
  const c = g.return("bye");
  return [a.value, b.value, c.value, c.done];
}
export function spread(items: Iterable<string>): string[] {
  return [...items];
}
export function* naturals(): Generator<number> {
  let i = 0;
  for (;;) yield i++;
}
export function* doubled(items: Iterable<number>): Generator<number> {
  for (const x of items) yield x * 2;
}
export let log: string[] = [];
export function* noisy(): Generator<number, string, string> {
  try {
    const a = yield 1;
    log.push("got " + a);
    const b = yield 2;
    log.push("got " + b);
    return "end";
  } catch (e) {
    log.push("caught " + String(e));
    yield 99;
    return "thrown";
  } finally {
    log.push("finally");
  }
}
export async function* ticks(n: number): AsyncGenerator<number, string, string> {
  try {
    for (let i = 0; i < n; i++) {
      const x = yield i;
      log.push("sent " + x);
    }
    return "end";
  } catch (e) {
    log.push("caught " + String(e));
    return "failed";
  } finally {
    log.push("finally");
  }
}
export async function sumAsync(items: AsyncIterable<number>): Promise<number> {
  let t = 0;
  for await (const x of items) {
    t += x;
    if (t > 10) break;
  }
  return t;
}
export function getLog(): string[] {
  return log;
}
export class Coll implements Iterable<number> {
  items = [1, 2, 3];
  *[Symbol.iterator](): Iterator<number> {
    yield* this.items;
  }
  *pairs(): IterableIterator<[number, number]> {
    for (const x of this.items) yield [x, x * x];
  }
}
export function zip<A, B>(a: Iterable<A>, b: Iterable<B>): [A, B][] {
  const out: [A, B][] = [];
  const x = a[Symbol.iterator]();
  const y = b[Symbol.iterator]();
  for (;;) {
    const p = x.next();
    const q = y.next();
    if (p.done || q.done) return out;
    out.push([p.value, q.value]);
  }
}
export function isSame(a: Iterable<number>): boolean {
  return a === a;
}
export function same<T>(a: Iterable<T>): Iterable<T> {
  return a;
}
export function range(n: number): Iterable<number> {
  return {
    *[Symbol.iterator]() {
      for (let i = 0; i < n; i++) yield i;
    },
  };
}
export function manual(n: number): Iterator<number> {
  let i = 0;
  return {
    next(): IteratorResult<number> {
      return i < n ? { value: i++, done: false } : { value: undefined, done: true };
    },
  };
}
export function keysOf(m: Map<string, number>): IterableIterator<string> {
  return m.keys();
}
export function* delegating(items: Iterable<number>): Generator<number> {
  yield* items;
  yield -1;
}
export function unknownIter(x: unknown): number {
  if (typeof x === "object" && x !== null && Symbol.iterator in x) {
    let n = 0;
    for (const _ of x as Iterable<unknown>) n++;
    return n;
  }
  return -1;
}
export function chars(items: Iterable<string>): number {
  let n = 0;
  for (const _ of items) n++;
  return n;
}
export function arrayFrom(items: Iterable<number>): number[] {
  return Array.from(items, (x) => x + 1);
}
export function setFrom(items: Iterable<number>): number {
  return new Set(items).size;
}
