import ts from "typescript";

/** The name that the intermediate form has for a property: `@@#name` for a private one, `@@iterator` for a well-known symbol. */
export function propertyNameOf(symbol: ts.Symbol): string {
  const name = ts.unescapeLeadingUnderscores(symbol.escapedName);
  const unique = /^__@(.+)@\d+$/.exec(name);
  if (unique) return `@@${unique[1]}`;
  const hidden = /^__#\d+@(#.+)$/.exec(name);
  return hidden ? `@@${hidden[1]}` : name;
}
