import ts from "typescript";
import type { SharedContext } from "../context.ts";
import { uniqueSymbolName } from "../names/unique-symbol.ts";

/** The name that the intermediate form has for a property: `@@#name` for a private one, `@@iterator` for a well-known symbol. */
export function propertyNameOf(shared: SharedContext, symbol: ts.Symbol): string {
  const name = ts.unescapeLeadingUnderscores(symbol.escapedName);
  const unique = /^__@(.+)@\d+$/.exec(name);
  if (unique) return symbolName(shared, symbol) ?? `@@${unique[1]}`;
  const hidden = /^__#\d+@(#.+)$/.exec(name);
  return hidden ? `@@${hidden[1]}` : name;
}

/** The name of a property whose key is a symbol, from how it is declared. */
function symbolName(shared: SharedContext, property: ts.Symbol): string | undefined {
  for (const declaration of property.declarations ?? []) {
    const name = ts.getNameOfDeclaration(declaration);
    if (!name || !ts.isComputedPropertyName(name)) continue;
    const found = uniqueSymbolName(shared, shared.checker.getTypeAtLocation(name.expression));
    if (found !== undefined) return found;
  }
  return undefined;
}
