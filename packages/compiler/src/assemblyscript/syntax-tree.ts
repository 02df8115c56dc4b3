import { NodeKind } from "./syntax-kinds.ts";
import type { CallExpression, Expression, IdentifierExpression, Node, PropertyAccessExpression } from "assemblyscript";

/** The nodes directly below a node, in no promised order. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    // A parameter and the field that it declares refer to each other.
    if (key === "range" || key === "implicitFieldDeclaration") continue;
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(item)) children.push(item);
  }
  return children;
}

/** Calls back for a node and all nodes below, the deepest first. */
export function visitUpwards(node: Node, visit: (node: Node) => void): void {
  for (const child of childrenOf(node)) visitUpwards(child, visit);
  visit(node);
}

/** Takes the parentheses off an expression. */
export function unwrap(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === NodeKind.Parenthesized) inner = (inner as Expression & { expression: Expression }).expression;
  return inner;
}

/** The function's name in `rune.<name>(…)`; `undefined` for any other node. */
export function runeFunctionOf(node: Node): string | undefined {
  if (node.kind !== NodeKind.Call) return undefined;
  const callee = (node as CallExpression).expression;
  if (callee.kind !== NodeKind.PropertyAccess) return undefined;
  const { expression, property } = callee as PropertyAccessExpression;
  const isRune = expression.kind === NodeKind.Identifier && (expression as IdentifierExpression).text === "rune";
  return isRune ? property.text : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value && "range" in value;
}
