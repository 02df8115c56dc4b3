/** The key of a property: well-known symbols are written as names in the module. */
export function propertyKey(name: string): PropertyKey {
  if (!name.startsWith("@@")) return name;
  const symbol: unknown = (Symbol as unknown as Record<string, unknown>)[name.slice(2)];
  return typeof symbol === "symbol" ? symbol : name;
}
