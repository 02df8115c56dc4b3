import ts from "typescript";
import type { BinaryOperator, Expression, Statement } from "../../ir/index.ts";
import { createDo, createExpression, createString, keepValue, readVariable, runExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { skipTransparent } from "../transparent.ts";
import { symbolKeyOf } from "../names/constant-name.ts";
import { privateNameOf } from "../names/private-name.ts";
import { lowerAssignment, lowerCompoundAssignment, lowerLogicalAssignment } from "./assignment.ts";

const { SyntaxKind } = ts;

const operators: Partial<Record<ts.SyntaxKind, BinaryOperator>> = {
  [SyntaxKind.PlusToken]: "+",
  [SyntaxKind.MinusToken]: "-",
  [SyntaxKind.AsteriskToken]: "*",
  [SyntaxKind.SlashToken]: "/",
  [SyntaxKind.PercentToken]: "%",
  [SyntaxKind.AsteriskAsteriskToken]: "**",
  [SyntaxKind.AmpersandToken]: "&",
  [SyntaxKind.BarToken]: "|",
  [SyntaxKind.CaretToken]: "^",
  [SyntaxKind.LessThanLessThanToken]: "<<",
  [SyntaxKind.GreaterThanGreaterThanToken]: ">>",
  [SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: ">>>",
  [SyntaxKind.EqualsEqualsToken]: "==",
  [SyntaxKind.ExclamationEqualsToken]: "!=",
  [SyntaxKind.EqualsEqualsEqualsToken]: "===",
  [SyntaxKind.ExclamationEqualsEqualsToken]: "!==",
  [SyntaxKind.LessThanToken]: "<",
  [SyntaxKind.LessThanEqualsToken]: "<=",
  [SyntaxKind.GreaterThanToken]: ">",
  [SyntaxKind.GreaterThanEqualsToken]: ">=",
  [SyntaxKind.InKeyword]: "in",
  [SyntaxKind.InstanceOfKeyword]: "instanceof",
};

const logicalOperators: Partial<Record<ts.SyntaxKind, "&&" | "||" | "??">> = {
  [SyntaxKind.AmpersandAmpersandToken]: "&&",
  [SyntaxKind.BarBarToken]: "||",
  [SyntaxKind.QuestionQuestionToken]: "??",
};

const compoundOperators: Partial<Record<ts.SyntaxKind, BinaryOperator>> = {
  [SyntaxKind.PlusEqualsToken]: "+",
  [SyntaxKind.MinusEqualsToken]: "-",
  [SyntaxKind.AsteriskEqualsToken]: "*",
  [SyntaxKind.SlashEqualsToken]: "/",
  [SyntaxKind.PercentEqualsToken]: "%",
  [SyntaxKind.AsteriskAsteriskEqualsToken]: "**",
  [SyntaxKind.AmpersandEqualsToken]: "&",
  [SyntaxKind.BarEqualsToken]: "|",
  [SyntaxKind.CaretEqualsToken]: "^",
  [SyntaxKind.LessThanLessThanEqualsToken]: "<<",
  [SyntaxKind.GreaterThanGreaterThanEqualsToken]: ">>",
  [SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken]: ">>>",
};

const logicalAssignments: Partial<Record<ts.SyntaxKind, "&&" | "||" | "??">> = {
  [SyntaxKind.AmpersandAmpersandEqualsToken]: "&&",
  [SyntaxKind.BarBarEqualsToken]: "||",
  [SyntaxKind.QuestionQuestionEqualsToken]: "??",
};

/** Everything with an operator between two operands, assignments included. */
export function lowerBinary(context: LowerContext, node: ts.BinaryExpression): Expression {
  const kind = node.operatorToken.kind;
  if (kind === SyntaxKind.EqualsToken) return lowerAssignment(context, node);
  const compound = compoundOperators[kind];
  if (compound) return lowerCompoundAssignment(context, node, compound);
  const logical = logicalAssignments[kind];
  if (logical) return lowerLogicalAssignment(context, node, logical);
  return lowerOperation(context, node);
}

/** Most operations in one another. What is made of longer chains nests no deeper, and so no later step needs more stack for them. */
const MAX_NESTED = 250;

/**
 * Long sums nest deeply to the left, so that side is gone down in a loop. It is what runs first, whatever the operators: a value in the middle
 * of a chain can be kept in a variable before the rest begins.
 */
function lowerOperation(context: LowerContext, node: ts.BinaryExpression): Expression {
  const spine: ts.BinaryExpression[] = [];
  let first: ts.Expression = node;
  while (ts.isBinaryExpression(first) && isOperation(first)) {
    spine.push(first);
    first = first.left;
  }
  let value = lowerFirst(context, first);
  const before: Statement[] = [];
  for (const [index, each] of spine.reverse().entries()) {
    if (index > 0 && index % MAX_NESTED === 0) {
      const kept = keepValue(context, each.left, "chained", value);
      before.push(kept.declaration);
      value = readVariable(context, each.left, kept.variable);
    }
    value = combine(context, each, value);
  }
  return createDo(context, node, before, value);
}

/** The first operand. The key of `in` may be a private name or a symbol, which are names of their own. */
function lowerFirst(context: LowerContext, node: ts.Expression): Expression {
  if (ts.isPrivateIdentifier(node)) return createString(context, node, privateNameOf(context, node));
  const isKey = ts.isBinaryExpression(node.parent) && node.parent.operatorToken.kind === SyntaxKind.InKeyword;
  const key = isKey ? symbolKeyOf(context, skipTransparent(node)) : undefined;
  return key === undefined ? lowerExpression(context, node) : createString(context, node, key);
}

function isOperation(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken;
  return kind === SyntaxKind.CommaToken || operators[kind] !== undefined || logicalOperators[kind] !== undefined;
}

function combine(context: LowerContext, node: ts.BinaryExpression, left: Expression): Expression {
  const { kind } = node.operatorToken;
  const right = lowerExpression(context, node.right);
  if (kind === SyntaxKind.CommaToken) return createDo(context, node, [runExpression(context, node, left)], right);
  const logical = logicalOperators[kind];
  if (logical) return createExpression(context, node, { op: "logical", operator: logical, left, right });
  const operator = operators[kind] as BinaryOperator;
  return createExpression(context, node, { op: "binary", operator, left, right });
}
