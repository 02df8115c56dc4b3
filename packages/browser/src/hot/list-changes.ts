/** Names whose values are others, or new, in the later of two objects of plain data. */
export function listChanges(before: object = {}, after: object = {}): string[] {
  const known = new Map(Object.entries(before));
  return Object.entries(after).flatMap(([name, value]) =>
    JSON.stringify(known.get(name)) === JSON.stringify(value) ? [] : [name],
  );
}
