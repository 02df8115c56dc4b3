import ts from "typescript";
import type { Expression, ObjectMember } from "../../ir/index.ts";
import { createExpression } from "../builder.ts";
import type { Home, LowerContext } from "../context.ts";
import { lowerFunction } from "../functions/lower-function.ts";
import { lowerExpression } from "../lower-expression.ts";
import { report, unsupportedSyntax } from "../messages.ts";
import { constantNameOf } from "../names/constant-name.ts";
import { mixesAccessors, shapeOf } from "../types/shape.ts";

/** `{ a: 1, b, c() {}, get d() {}, [e]: 2, ...f }` */
export function lowerObjectLiteral(context: LowerContext, node: ts.ObjectLiteralExpression): Expression {
  if (mixesAccessors(context, node)) {
    report(
      context,
      node,
      unsupportedSyntax("an object literal with an accessor and a key that is only known at run time"),
    );
  }
  const members = node.properties.flatMap((property) => lowerMember(context, property) ?? []);
  return createExpression(context, node, { op: "object", shape: shapeOf(context, node), members });
}

function lowerMember(context: LowerContext, node: ts.ObjectLiteralElementLike): ObjectMember | undefined {
  if (ts.isSpreadAssignment(node)) return { type: "spread", value: lowerExpression(context, node.expression) };
  if (ts.isShorthandPropertyAssignment(node)) {
    return { type: "value", name: node.name.text, value: lowerExpression(context, node.name) };
  }
  if (ts.isPropertyAssignment(node)) return named(context, node.name, () => lowerExpression(context, node.initializer));
  if (ts.isMethodDeclaration(node)) return lowerMethod(context, node);
  return lowerAccessor(context, node);
}

function lowerMethod(context: LowerContext, node: ts.MethodDeclaration): ObjectMember {
  return named(context, node.name, (name) => {
    const made = lowerFunction(context, node, name === undefined ? { home: LITERAL } : { name, home: LITERAL });
    return createExpression(context, node, { op: "closure", function: made });
  });
}

/** A computed key runs before its value. */
function named(
  context: LowerContext,
  name: ts.PropertyName,
  lowerValue: (name: string | undefined) => Expression,
): ObjectMember {
  const constant = constantNameOf(context, name);
  if (constant !== undefined) return { type: "value", name: constant, value: lowerValue(constant) };
  const key = lowerExpression(context, (name as ts.ComputedPropertyName).expression);
  return { type: "computed", key, value: lowerValue(undefined) };
}

function lowerAccessor(context: LowerContext, node: ts.AccessorDeclaration): ObjectMember | undefined {
  const name = constantNameOf(context, node.name);
  if (name === undefined) {
    report(context, node.name, unsupportedSyntax("an accessor with a computed name"));
    return undefined;
  }
  const type = ts.isGetAccessorDeclaration(node) ? "get" : "set";
  return { type, name, function: lowerFunction(context, node, { name, home: LITERAL }) };
}

/** What `super` means in a literal's members. */
const LITERAL: Home = { class: undefined, static: false };
