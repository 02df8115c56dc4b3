import ts from "typescript";

/** The smallest node that a stretch of a file lies in. */
export function findNode(file: ts.SourceFile, start: number, end: number): ts.Node {
  let found: ts.Node = file;
  for (;;) {
    const inner: ts.Node | undefined = ts.forEachChild(found, (child) =>
      child.getStart(file) <= start && child.end >= end ? child : undefined,
    );
    if (!inner) return found;
    found = inner;
  }
}

/** Whether nothing can be said about values of a type. */
export function isUnknown({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}

/** The types that a value can be of. */
export function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}
