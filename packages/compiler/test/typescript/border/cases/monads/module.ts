export abstract class Option<T> {
  abstract map<U>(f: (v: T) => U): Option<U>;
  abstract getOrElse(d: T): T;
  static of<T>(v: T | null | undefined): Option<T> {
    return v === null || v === undefined ? (none as Option<T>) : new Some(v);
  }
  isSome(): this is Some<T> {
    return this instanceof Some;
  }
}
export class Some<T> extends Option<T> {
  constructor(readonly value: T) {
    super();
  }
  map<U>(f: (v: T) => U): Option<U> {
    return Option.of(f(this.value));
  }
  getOrElse(_d: T): T {
    return this.value;
  }
}
class None extends Option<never> {
  map<U>(_f: (v: never) => U): Option<U> {
    return this as unknown as Option<U>;
  }
  getOrElse<D>(d: D): never {
    return d as never;
  }
}
export const none: Option<never> = new None();
export type Result<T, E = Error> = { ok: true; value: T } | { ok: false; error: E };
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
export function parse(s: string): Result<number, string> {
  const n = Number(s);
  return Number.isNaN(n) ? err("NaN: " + s) : ok(n);
}
export function mapR<T, U, E>(r: Result<T, E>, f: (t: T) => U): Result<U, E> {
  return r.ok ? ok(f(r.value)) : r;
}
export function pipe<A, B, C>(a: A, f: (a: A) => B, g: (b: B) => C): C {
  return g(f(a));
}
