/** A value that cannot be passed as the type that is wanted. */
export class Mismatch {
  readonly expected: string;
  readonly value: unknown;
  /** Where in the argument it is, from the outside in. */
  readonly path: string[] = [];

  constructor(expected: string, value: unknown) {
    this.expected = expected;
    this.value = value;
  }
}

/** The same failure, seen from further outside. */
export function within(error: unknown, step: string): unknown {
  if (error instanceof Mismatch) error.path.unshift(step);
  return error;
}

/** What a value is, in words. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return value.length > 40 ? "a long string" : JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "number":
    case "boolean":
    case "undefined":
      return String(value);
    case "symbol":
      return "a symbol";
    case "function":
      return "a function";
    default:
      return Array.isArray(value) ? "an array" : "an object";
  }
}
