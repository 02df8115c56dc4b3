import ts from "typescript";

/** A module seen from outside, or a `namespace` that has values; one that adds to a function, class or enum is that. */
export function isNamespace(symbol: ts.Symbol): boolean {
  const { Function: FunctionFlag, Class, Enum, ValueModule } = ts.SymbolFlags;
  return (symbol.flags & ValueModule) !== 0 && (symbol.flags & (FunctionFlag | Class | Enum)) === 0;
}
