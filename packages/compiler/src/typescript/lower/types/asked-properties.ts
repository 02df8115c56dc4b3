import ts from "typescript";
import type { SharedContext } from "../context.ts";
import { isAsked } from "./lenient-parameters.ts";

/*
 * As with parameters: code that asks whether a property is there, although its type says that it is, expects objects that no checker has seen.
 */

/** Names of the properties that the program asks for. */
export function askedPropertiesOf(shared: SharedContext): ReadonlySet<string> {
  return (shared.askedProperties ??= new Set(
    [...shared.modules.keys()].flatMap((file) => askedProperties(shared.checker, file)),
  ));
}

/** Names of the properties that code asks for without need: `if (!item.tags)`, `item.size?.width`, `const { tags = [] } = item`. */
export function askedProperties(checker: ts.TypeChecker, code: ts.Node): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && isAsked(node) && isSaidToBeThere(checker, node)) {
      names.push(node.name.text);
    }
    if (ts.isBindingElement(node) && node.initializer && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name) || ts.isStringLiteral(name)) names.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return names;
}

function isSaidToBeThere(checker: ts.TypeChecker, node: ts.PropertyAccessExpression): boolean {
  const symbol = checker.getSymbolAtLocation(node.name);
  if (!symbol || symbol.flags & ts.SymbolFlags.Optional) return false;
  const type = checker.getTypeOfSymbol(symbol);
  return checker.getNonNullableType(type) === type;
}
