import ts from "typescript";
import type { SharedContext } from "../context.ts";
import type { Asked } from "./asked.ts";
import { askedOf, mostAsked } from "./asked.ts";

/*
 * As with parameters: code that asks whether a property is there, although its type says that it is, expects objects that no checker has seen.
 */

/** What the program asks of a property. */
export function askedOfProperty(shared: SharedContext, name: string, optional: boolean): Asked {
  shared.askedProperties ??= collect(shared);
  return shared.askedProperties.get(keyOf(name, optional)) ?? 0;
}

function collect({ checker, modules }: SharedContext): ReadonlyMap<string, Asked> {
  const all = new Map<string, Asked>();
  for (const file of modules.keys()) {
    for (const [key, asked] of askedProperties(checker, file)) all.set(key, mostAsked(asked, all.get(key) ?? 0));
  }
  return all;
}

/** What code asks of properties: `if (!item.tags)`, `item.size?.width`, `const { tags = [] } = item`. Those that are optional are told apart. */
export function askedProperties(checker: ts.TypeChecker, code: ts.Node): Map<string, Asked> {
  const all = new Map<string, Asked>();
  const add = (key: string, asked: Asked): unknown => all.set(key, mostAsked(asked, all.get(key) ?? 0));
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const asked = askedOf(node);
      const key = asked > 0 ? keyOfAccess(checker, node) : undefined;
      if (key !== undefined) add(key, asked);
    }
    if (ts.isBindingElement(node) && node.initializer && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name) || ts.isStringLiteral(name)) add(keyOf(name.text, false), 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return all;
}

function keyOf(name: string, optional: boolean): string {
  return optional ? `${name}?` : name;
}

/** A property whose type says of absence at most that it is optional. */
function keyOfAccess(checker: ts.TypeChecker, { name }: ts.PropertyAccessExpression): string | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol) return undefined;
  if (symbol.flags & ts.SymbolFlags.Optional) return keyOf(name.text, true);
  const type = checker.getTypeOfSymbol(symbol);
  return checker.getNonNullableType(type) === type ? keyOf(name.text, false) : undefined;
}
