import ts from "typescript";
import type { Expression, Statement } from "../../ir/index.ts";
import { runExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerAssignedReference } from "../expressions/reference.ts";
import { skipTransparent } from "../transparent.ts";
import { lowerArrayPattern } from "./array-pattern.ts";
import { lowerObjectPattern } from "./object-pattern.ts";
import type { ArrayElement, ObjectElement, PatternTarget } from "./target.ts";

/** Assigns a value to a pattern, which stands in the tree as a literal, or to a single target. */
export function lowerAssignmentPattern(context: LowerContext, pattern: ts.Expression, value: Expression): Statement[] {
  const target = skipTransparent(pattern);
  if (ts.isArrayLiteralExpression(target)) {
    const elements = target.elements.map((element): ArrayElement => {
      if (ts.isOmittedExpression(element)) return undefined;
      const rest = ts.isSpreadElement(element);
      return { target: targetOf(context, rest ? element.expression : element), rest };
    });
    return lowerArrayPattern(context, target, elements, value);
  }
  if (ts.isObjectLiteralExpression(target)) {
    const elements = target.properties.flatMap((property) => elementOf(context, property) ?? []);
    return lowerObjectPattern(context, target, elements, value);
  }
  const reference = lowerAssignedReference(context, target);
  return [...reference.before, runExpression(context, target, reference.write(value))];
}

/** `a = 1` inside of a pattern is a target with a default. */
function targetOf(context: LowerContext, node: ts.Expression): PatternTarget {
  const hasDefault = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  const target = hasDefault ? node.left : node;
  return {
    node,
    initializer: hasDefault ? node.right : undefined,
    bind: (value) => lowerAssignmentPattern(context, target, value),
  };
}

function elementOf(context: LowerContext, node: ts.ObjectLiteralElementLike): ObjectElement | undefined {
  if (ts.isSpreadAssignment(node)) return { name: undefined, target: targetOf(context, node.expression) };
  if (ts.isPropertyAssignment(node)) return { name: node.name, target: targetOf(context, node.initializer) };
  if (!ts.isShorthandPropertyAssignment(node)) return undefined;
  const target: PatternTarget = {
    node,
    initializer: node.objectAssignmentInitializer,
    bind: (value) => lowerAssignmentPattern(context, node.name, value),
  };
  return { name: node.name, target };
}
