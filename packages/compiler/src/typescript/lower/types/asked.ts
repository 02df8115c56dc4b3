import ts from "typescript";

/**
 * How code asks whether a value is there:
 *
 * - 0: not at all,
 * - 1: by its truth, `if (!items)`, which numbers and booleans that are there are asked for too,
 * - 2: whether it is absent, `items ?? []`, `items == null`,
 * - 3: whether it is `undefined`, which makes a difference then: `items === undefined`, `typeof items === "undefined"`,
 * - 4: whether it is `null`: `items === null`.
 */
export type Asked = 0 | 1 | 2 | 3 | 4;

/** The most particular of several questions. */
export function mostAsked(first: Asked, second: Asked): Asked {
  return first > second ? first : second;
}

/** What is asked of the value of an expression by what is done with it. */
export function askedOf(node: ts.Expression): Asked {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) {
    return askedOf(parent);
  }
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken ? 1 : 0;
  if (ts.isIfStatement(parent)) return parent.expression === node ? 1 : 0;
  if (ts.isConditionalExpression(parent)) return parent.condition === node ? 1 : 0;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent)) {
    return parent.expression === node && parent.questionDotToken !== undefined ? 2 : 0;
  }
  if (ts.isTypeOfExpression(parent)) return askedByType(parent);
  return ts.isBinaryExpression(parent) ? askedByOperator(node, parent) : 0;
}

function askedByOperator(node: ts.Expression, operation: ts.BinaryExpression): Asked {
  const { left, right, operatorToken } = operation;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return exactly(left === node ? right : left) > 0 ? 2 : 0;
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return exactly(left === node ? right : left);
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return left === node ? 2 : askedOf(operation);
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarEqualsToken:
      return left === node ? 1 : askedOf(operation);
    default:
      return 0;
  }
}

/** What comparing with `typeof …` asks. */
function askedByType({ parent }: ts.TypeOfExpression): Asked {
  if (!ts.isBinaryExpression(parent)) return 0;
  const other = ts.isTypeOfExpression(parent.left) ? parent.right : parent.left;
  if (!ts.isStringLiteralLike(other)) return 0;
  if (other.text === "undefined") return 3;
  return other.text === "object" ? 4 : 0;
}

/** What comparing with an expression asks. */
function exactly(node: ts.Node): Asked {
  if (node.kind === ts.SyntaxKind.NullKeyword) return 4;
  return ts.isIdentifier(node) && node.text === "undefined" ? 3 : 0;
}
