/** Sets an own property, whatever its name. */
export function defineProperty(value: Record<string, unknown>, key: string, held: unknown): void {
  if (key !== "__proto__") value[key] = held;
  else Object.defineProperty(value, key, { value: held, configurable: true, enumerable: true, writable: true });
}
