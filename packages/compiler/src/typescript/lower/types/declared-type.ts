import ts from "typescript";
import type { SharedContext } from "../context.ts";
import { symbolOf } from "../variables.ts";
import type { Reference } from "./stable-reference.ts";

const { Variable, Property, Accessor } = ts.SymbolFlags;

/** The type that a variable, property or element has before anything is known about it where it is read. */
export function declaredTypeOf(shared: SharedContext, node: Reference): ts.Type | undefined {
  const { checker } = shared;
  if (ts.isIdentifier(node)) {
    const symbol = symbolOf(shared, node);
    return symbol && symbol.flags & Variable ? checker.getTypeOfSymbol(symbol) : undefined;
  }
  const owner = checker.getApparentType(checker.getTypeAtLocation(node.expression));
  const key = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
  if (ts.isIdentifier(key) || ts.isStringLiteralLike(key) || ts.isNumericLiteral(key)) {
    const named = ts.isPropertyAccessExpression(node) || !ts.isIdentifier(key);
    const property = named ? checker.getPropertyOfType(owner, key.text) : undefined;
    // A getter may give something else each time.
    if (property)
      return property.flags & Property && !(property.flags & Accessor) ? checker.getTypeOfSymbol(property) : undefined;
  } else if (ts.isPrivateIdentifier(key)) {
    const property = checker.getSymbolAtLocation(key);
    return property && property.flags & Property && !(property.flags & Accessor)
      ? checker.getTypeOfSymbolAtLocation(property, property.valueDeclaration ?? key)
      : undefined;
  }
  const keyType = checker.getTypeAtLocation(key);
  const numeric = (keyType.flags & ts.TypeFlags.NumberLike) !== 0;
  return (numeric ? owner.getNumberIndexType() : undefined) ?? owner.getStringIndexType();
}
