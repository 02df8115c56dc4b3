/** What is given, or a function that makes it. */

export function repeat<T = number>(count: number, given: T | ((index: number) => T) = (index) => index as T): T[] {
  const make = typeof given === "function" ? (given as (index: number) => T) : (): T => given;
  const made: T[] = [];
  for (let i = 0; i < count; i++) made.push(make(i));
  return made;
}
