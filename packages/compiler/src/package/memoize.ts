/** Results that are remembered at most: those that were asked for last. */
const MOST = 500;

/** Remembers the results of a pure function by a text that says all of its arguments. Nobody changes the results. */
export function memoize<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
  keyOf: (...args: Args) => string,
): (...args: Args) => Result {
  const known = new Map<string, { result: Result }>();
  return (...args) => {
    const key = keyOf(...args);
    const found = known.get(key) ?? { result: compute(...args) };
    known.delete(key);
    known.set(key, found);
    for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
    return found.result;
  };
}
