export async function add(a: number, b: number): Promise<number> {
  await Promise.resolve();
  return a + b;
}
export async function fail(): Promise<void> {
  throw new RangeError("async");
}
export async function twice(f: (n: number) => Promise<number>): Promise<number> {
  return (await f(1)) + (await f(2));
}
export function wait(p: Promise<string>): Promise<string> {
  return p.then((s) => s + "!");
}
export async function all(ps: Promise<number>[]): Promise<number[]> {
  return Promise.all(ps);
}
export class Task {
  done = false;
  async run(): Promise<Task> {
    await null;
    this.done = true;
    return this;
  }
}
export async function obj(): Promise<{ a: number; list: string[] }> {
  return { a: 1, list: ["x"] };
}
export async function tryIt(f: () => Promise<void>): Promise<string> {
  try {
    await f();
    return "ok";
  } catch (e) {
    return "caught " + (e as Error).message;
  }
}
export const delay = (n: number): Promise<number> => new Promise((r) => r(n));
export function reject(): Promise<never> {
  return Promise.reject(new Error("rej"));
}
