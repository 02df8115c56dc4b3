// Overloads that differ in how many arguments they take, functions with properties, and tuples of any length.

export function pairUp<A>(first: readonly A[]): [A][];
export function pairUp<A, B>(first: readonly A[], second: readonly B[]): [A, B][];
export function pairUp(...lists: (readonly unknown[])[]): unknown[][];
export function pairUp(...lists: (readonly unknown[])[]): unknown[][] {
  const rows: unknown[][] = [];
  for (let row = 0; row < (lists[0]?.length ?? 0); row++) rows.push(lists.map((list) => list[row]));
  return rows;
}

export function after<A, R>(one: (a: A) => R): (a: A) => R;
export function after<A, B, R>(one: (a: A) => B, two: (b: B) => R): (a: A) => R;
export function after<A, R>(...steps: ((value: unknown) => unknown)[]): (a: A) => R;
export function after(...steps: ((value: unknown) => unknown)[]): (value: unknown) => unknown {
  return (value) => steps.reduce((held, step) => step(held), value);
}

export function describe(make: (() => string) | ((name: string) => string)): string {
  return `<${make("Ann")}>`;
}

export function columns<T extends readonly unknown[]>(rows: readonly [...T][]): unknown[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}

export function fix<T extends unknown[]>(call: (...values: T) => unknown, ...values: Partial<T>): () => unknown {
  return () => call(...(values as T));
}

export interface Counter {
  (step: number): number;
  total: number;
  readonly name2: string;
  reset(): void;
}

export function createCounter(): Counter {
  const count = (step: number): number => (count.total += step);
  count.total = 0;
  count.name2 = "count";
  count.reset = (): void => {
    count.total = 0;
  };
  return count;
}

export function marked(value: number, ...others: number[]): number {
  return value + others.length + marked.offset;
}
marked.offset = 100;

export const limited: ((value: number) => number) & { limit: number } = Object.assign(
  (value: number) => Math.min(value, 10),
  { limit: 10 },
);

export function notify(call: (value: string, index?: number) => void): void {
  call("a");
  call("b", 1);
}
