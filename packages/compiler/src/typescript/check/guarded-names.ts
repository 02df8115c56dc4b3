import ts from "typescript";

/** TypeScript's errors about names that nothing declares. */
const unknownNames: ReadonlySet<number> = new Set([
  2304, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2867, 2868,
]);

const known = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** Names that a file asks about by `typeof name`, so that it works where nothing has them. */
export function guardedNames(file: ts.SourceFile): ReadonlySet<string> {
  const found = known.get(file);
  if (found) return found;
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeOfExpression(node) && ts.isIdentifier(node.expression)) names.add(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  known.set(file, names);
  return names;
}

/** Whether an error is about a name that the file itself expects to be missing, such as `window` behind `typeof window`. */
export function isGuarded({ code, file, start, length }: ts.Diagnostic): boolean {
  if (!unknownNames.has(code) || !file || start === undefined) return false;
  return guardedNames(file).has(file.text.slice(start, start + (length ?? 0)));
}
