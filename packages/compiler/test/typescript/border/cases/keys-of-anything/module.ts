/** Objects of which the module knows nothing until it lists what is in them. */

/** The leaves of a tree of plain objects, by path. */
export function leaves<T extends object>(tree: T): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  collect(found, tree, "");
  return found;
}

function collect(found: Record<string, unknown>, value: unknown, path: string): void {
  if (typeof value !== "object" || value === null) {
    found[path] = value;
    return;
  }
  for (const [key, inner] of Object.entries(value)) collect(found, inner, path === "" ? key : `${path}.${key}`);
}
