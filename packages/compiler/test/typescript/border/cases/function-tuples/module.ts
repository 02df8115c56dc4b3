export function state<T>(value: T): [() => T, (next: T) => T] {
  let current = value;
  return [
    () => current,
    (next) => {
      current = next;
      return current;
    },
  ];
}
export function counter(start: number): [get: () => number, add: (by: number) => number, set: (to: number) => void] {
  let count = start;
  return [
    () => count,
    (by) => (count += by),
    (to) => {
      count = to;
    },
  ];
}
export function joined(): [(...words: string[]) => string, (count: number) => string[], { size: number }] {
  return [
    (...words) => words.join("-"),
    (count) => Array.from({ length: count }, (_, index) => `${index}`),
    { size: 3 },
  ];
}
export function use([read, write]: [() => number, (value: number) => void]): number {
  write(read() + 1);
  return read();
}
export function lists(): [string[], number[], Map<string, number>, Map<number, string>] {
  return [["a"], [1, 2], new Map([["a", 1]]), new Map([[1, "a"]])];
}
