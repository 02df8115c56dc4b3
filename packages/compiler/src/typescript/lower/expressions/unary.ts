import ts from "typescript";
import type { Expression, UnaryOperator } from "../../ir/index.ts";
import { createDo, createExpression, createNumber, keepValue, readVariable, runExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { isDiscarded } from "./discarded.ts";
import { bigIntOf } from "./literals.ts";
import { lowerUpdatedReference } from "./reference.ts";

const operators: Readonly<Record<ts.PrefixUnaryOperator, UnaryOperator>> = {
  [ts.SyntaxKind.PlusPlusToken]: "increment",
  [ts.SyntaxKind.MinusMinusToken]: "decrement",
  [ts.SyntaxKind.PlusToken]: "+",
  [ts.SyntaxKind.MinusToken]: "-",
  [ts.SyntaxKind.TildeToken]: "~",
  [ts.SyntaxKind.ExclamationToken]: "!",
};

/** `-x`, `+x`, `!x`, `~x`, `++x`, `--x` */
export function lowerPrefix(context: LowerContext, node: ts.PrefixUnaryExpression): Expression {
  const operator = operators[node.operator];
  if (operator === "increment" || operator === "decrement") return update(context, node, operator);
  if (operator === "-") {
    if (ts.isNumericLiteral(node.operand)) return createNumber(context, node, -Number(node.operand.text));
    if (ts.isBigIntLiteral(node.operand)) {
      return createExpression(context, node, { op: "bigint", value: -bigIntOf(node.operand) });
    }
  }
  const operand = lowerExpression(context, node.operand);
  return createExpression(context, node, { op: "unary", operator, operand });
}

/** `x++` and `x--` give the value before, as a number. */
export function lowerPostfix(context: LowerContext, node: ts.PostfixUnaryExpression): Expression {
  const operator = node.operator === ts.SyntaxKind.PlusPlusToken ? "increment" : "decrement";
  if (isDiscarded(node)) return update(context, node, operator);
  const reference = lowerUpdatedReference(context, node.operand, undefined);
  const numeric = createExpression(context, node, { op: "unary", operator: "numeric", operand: reference.read() });
  const { declaration, variable } = keepValue(context, node, "before", numeric);
  const operand = readVariable(context, node, variable);
  const after = createExpression(context, node, { op: "unary", operator, operand });
  const write = runExpression(context, node, reference.write(after));
  return createDo(context, node, [...reference.before, declaration, write], readVariable(context, node, variable));
}

function update(
  context: LowerContext,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  operator: UnaryOperator,
): Expression {
  const reference = lowerUpdatedReference(context, node.operand, undefined);
  const value = createExpression(context, node, { op: "unary", operator, operand: reference.read() });
  return createDo(context, node, reference.before, reference.write(value));
}
