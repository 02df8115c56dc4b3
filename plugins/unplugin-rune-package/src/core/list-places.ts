/** Where something was thrown, a line each, as stacks have them: but for what Node is made of itself, and what is not wanted. */
export function listPlaces(thrown: unknown, isWanted: (place: string) => boolean = () => true): string | undefined {
  const stack: unknown = (thrown as { stack?: unknown } | null | undefined)?.stack;
  if (typeof stack !== "string") return undefined;
  const places = stack.split("\n").filter((line) => /^\s+at /.test(line) && !line.includes("node:internal"));
  return places.filter(isWanted).join("\n") || undefined;
}

/** Those in the project's own code. */
export function listOwnPlaces(thrown: unknown, root: string): string | undefined {
  return listPlaces(thrown, (place) => place.includes(root) && !place.includes("node_modules"));
}
