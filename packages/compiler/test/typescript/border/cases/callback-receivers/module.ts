// Functions of JavaScript that the module calls on a receiver of its choice.
export interface Self {
  v: number;
}
export class Counter {
  n = 1;
  run(f: (this: Counter, by: number) => number): number {
    return f.call(this, 2);
  }
}
export function call(f: (this: Self, a: number) => number): number {
  return f.call({ v: 5 }, 1);
}
export function apply(f: (this: Self, a: number, b: number) => number): number {
  return f.apply({ v: 5 }, [1, 2]);
}
export function bind(f: (this: Self, a: number) => number): number {
  return f.bind({ v: 7 })(1);
}
export function given(self: Self, f: (this: Self, a: number) => number): number {
  return f.call(self, 1) + self.v;
}
export function each<T>(list: T[], f: (this: T[], x: T) => void): void {
  for (const x of list) f.call(list, x);
}
export function both(f: (this: Self, a: number) => number, o: { f(a: number): number; v: number }): number[] {
  return [f.call({ v: 2 }, 1), o.f(3)];
}
export function primitive(f: (this: unknown) => string): string {
  return f.call(3) + f.call("x") + f.call(true) + f.call(null);
}
