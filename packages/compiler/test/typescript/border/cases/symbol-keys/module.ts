const done: string[] = [];
export function closing(name: string): Disposable {
  return {
    [Symbol.dispose]: () => void done.push(name),
  };
}
export function use(resource: Disposable, name: string): string {
  using held = resource;
  done.push(name);
  return typeof held;
}
export function takeDone(): string[] {
  return done.splice(0);
}
export interface Range {
  from: number;
  to: number;
  [Symbol.toPrimitive]?: (hint: string) => number;
}
export function range(from: number, to: number): Range {
  return { from, to, [Symbol.toPrimitive]: () => to - from };
}
export function lengthOf(value: Range): number {
  return value[Symbol.toPrimitive]?.("number") ?? -1;
}
