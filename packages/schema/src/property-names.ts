/** Property names that reach the prototype chain; refused in every path. */
const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Whether an expression may read this property name. */
export function isSafePropertyName(name: string): boolean {
  return !forbidden.has(name);
}
