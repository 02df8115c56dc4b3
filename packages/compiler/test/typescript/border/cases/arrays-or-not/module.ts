/** Values of which the module asks only whether they are arrays. */

/** An array as it is, anything else as the only element of one. */
export function toArray<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}

export function isList<T>(value: T): boolean {
  return Array.isArray(value);
}
