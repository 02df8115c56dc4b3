export function counter(start = 0): { inc(): number; value(): number; reset: () => void } {
  let n = start;
  return {
    inc() {
      return ++n;
    },
    value: () => n,
    reset: () => {
      n = start;
    },
  };
}
export function adder(a: number): (b: number) => number {
  return (b) => a + b;
}
export function compose<A, B, C>(f: (a: A) => B, g: (b: B) => C): (a: A) => C {
  return (a) => g(f(a));
}
export function memo<T>(f: (n: number) => T): (n: number) => T {
  const c = new Map<number, T>();
  return (n) => {
    if (!c.has(n)) c.set(n, f(n));
    return c.get(n)!;
  };
}
export function each(a: number[], f: (x: number, i: number, all: number[]) => void): void {
  a.forEach(f);
}
export const handlers: Record<string, (n: number) => number> = { dbl: (n) => n * 2, neg: (n) => -n };
export function debounceLike(f: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  return (...args) => f(...args);
}
export function obj() {
  return {
    n: 1,
    inc() {
      this.n++;
      return this.n;
    },
    get twice() {
      return this.n * 2;
    },
  };
}
export class Emitter {
  private l: ((s: string) => void)[] = [];
  on(f: (s: string) => void): () => void {
    this.l.push(f);
    return () => {
      const i = this.l.indexOf(f);
      if (i >= 0) this.l.splice(i, 1);
    };
  }
  off(f: (s: string) => void): void {
    this.l = this.l.filter((x) => x !== f);
  }
  emit(s: string): void {
    for (const f of this.l) f(s);
  }
}
export function apply(f: (n: number) => number, n: number): number {
  return f(n);
}
export function same(f: () => void, g: () => void): boolean {
  return f === g;
}
export function id(f: () => void): () => void {
  return f;
}

function startAt(n: number): () => number {
  return () => n++;
}
/** A closure that a call at module level has made. */
export const next = startAt(3);
class Scale {
  private factor = 2;
  by = (items: number[]): number[] => items.map((item) => item * this.factor);
}
export const scale = new Scale().by;
export class Registry<T> {
  private items: Record<string, { value?: T }> = {};
  add = (name: string, value?: T): void => {
    this.items[name] = { value };
  };
  get = (name: string): T | undefined => this.items[name]?.value;
  measure = (name: string, size: (item: { value?: T } | undefined) => number): number => size(this.items[name]);
  remove = (name: string): void => {
    delete this.items[name];
  };
}
export function arity(f: (...args: unknown[]) => unknown): string {
  return `${f.name} ${f.length}`;
}
export function curry(f: (...args: any[]) => any, ...given: any[]): any {
  return (...args: any[]) => {
    const all = [...given, ...args];
    return all.length >= f.length ? f(...all) : curry(f, ...all);
  };
}
export function zip<T>(a: readonly T[]): [T][];
export function zip<T, U>(a: readonly T[], b: readonly U[]): [T, U][];
export function zip<T>(...all: (readonly T[])[]): T[][] {
  return (all[0] ?? []).map((_, index) => all.map((each) => each[index]!));
}
export function columns<T extends unknown[]>(rows: readonly [...T][]): unknown[][] {
  return (rows[0] ?? []).map((_, index) => rows.map((row) => row[index]));
}
export function depth(items: number[][] | number[] | string[]): string {
  const [first] = items;
  return Array.isArray(first) ? `rows of ${first.length}` : typeof first;
}
export function counted(): number {
  const self = counted as unknown as { calls?: number };
  self.calls = (self.calls ?? 0) + 1;
  return self.calls;
}
