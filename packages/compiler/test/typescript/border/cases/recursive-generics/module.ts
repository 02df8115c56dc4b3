export interface Matcher<T, R> {
  some(value: T): R;
  none(): R;
}
export interface Box<T> {
  readonly value: T;
  map<U>(change: (value: T) => U): Box<U>;
  zip<U>(other: Box<U>): Box<[T, U]>;
  wrap(): Box<Box<T>>;
  list(): Box<T[]>;
  match<R>(matcher: Matcher<T, R>): R;
  each<U>(changes: ((value: T) => U)[]): Box<Box<U>[]>;
}
export function box<T>(value: T): Box<T> {
  return {
    value,
    map: (change) => box(change(value)),
    zip: (other) => box([value, other.value]),
    wrap: () => box(box(value)),
    list: () => box([value]),
    match: (matcher) => matcher.some(value),
    each: (changes) => box(changes.map((change) => box(change(value)))),
  };
}
export class Pair<A, B> {
  constructor(
    readonly first: A,
    readonly second: B,
  ) {}
  swap(): Pair<B, A> {
    return new Pair(this.second, this.first);
  }
  with<C>(third: C): Pair<Pair<A, B>, C> {
    return new Pair<Pair<A, B>, C>(this, third);
  }
  map<C>(change: (pair: Pair<A, B>) => C): Pair<C, Pair<A, B>> {
    return new Pair(change(this), this as Pair<A, B>);
  }
}
export function pair(): Pair<number, string> {
  return new Pair(1, "one");
}
