import ts from "typescript";
import type { MissingProperty } from "../../../html/check/finding.ts";
import { isUnknown, partsOf } from "./nodes.ts";

/** A property that no value of the type has; `undefined` where some have it, or nothing is known of them. */
export function describeMissing(node: ts.Node, checker: ts.TypeChecker): MissingProperty | undefined {
  const access = node.parent;
  const isElement = ts.isElementAccessExpression(access) && access.argumentExpression === node;
  if (!isElement && !(ts.isPropertyAccessExpression(access) && access.name === node)) return undefined;
  // What events have is said where views are compiled.
  if (isOfEvent(access.expression)) return undefined;
  if (isElement && !ts.isStringLiteral(node) && !ts.isNumericLiteral(node)) return undefined;
  const { text: name } = node as ts.Identifier | ts.StringLiteral;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(access.expression));
  const parts = partsOf(type);
  // There is never anything.
  if ((type.flags & ts.TypeFlags.Never) !== 0) return undefined;
  if (parts.some((part) => isUnknown(part) || checker.getPropertyOfType(part, name))) return undefined;
  const known = new Set(parts.flatMap((part) => listProperties(part, checker)));
  return { type: "property", name, owner: checker.typeToString(type), known: [...known], isMethod: false };
}

/** A method where a property is read; `undefined` for properties. */
export function describeMethod(
  { expression, name }: ts.PropertyAccessExpression,
  checker: ts.TypeChecker,
): MissingProperty | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol || (symbol.flags & ts.SymbolFlags.Method) === 0) return undefined;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(expression));
  return { type: "property", name: name.text, owner: checker.typeToString(type), known: [], isMethod: true };
}

function isOfEvent(node: ts.Expression): boolean {
  return ts.isIdentifier(node)
    ? node.text === "_$event"
    : ts.isPropertyAccessExpression(node) && isOfEvent(node.expression);
}

function listProperties(type: ts.Type, checker: ts.TypeChecker): string[] {
  return checker
    .getPropertiesOfType(checker.getApparentType(type))
    .filter(({ flags, name }) => (flags & ts.SymbolFlags.Method) === 0 && !/^(?:__|#)/.test(name))
    .map(({ name }) => name);
}
