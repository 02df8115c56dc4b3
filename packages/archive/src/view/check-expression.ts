import { isEventPath, isSafePropertyName } from "@rune/schema";

/** What an expression can see. */
export interface ExpressionScope {
  /** Rows around it. */
  rows: number;
  /** Whether it is evaluated for an event. */
  event: boolean;
}

/**
 * Checks what the schema of expressions cannot: names that reach the prototype chain, rows that are not there, event paths
 * that the event record lacks. `fail` throws.
 */
export function checkExpression(expression: unknown, scope: ExpressionScope, fail: (problem: string) => never): void {
  if (!Array.isArray(expression)) return;
  const [operation, ...operands] = expression as [string, ...unknown[]];
  switch (operation) {
    case "undefined":
      return;
    case "data":
      return checkName(operands[0], fail);
    case "item":
    case "index":
      if (Number(operands[0]) >= scope.rows) fail(`row ${String(operands[0])} is out of reach`);
      return;
    case "event":
      if (!scope.event) fail("`$event` exists in handlers only");
      if (!isEventPath(operands as string[])) fail("the event record has no such path");
      return operands.forEach((name) => checkName(name, fail));
    case "get":
      checkName(operands[1], fail);
      return checkExpression(operands[0], scope, fail);
    case "call":
      checkName(operands[0], fail);
      return operands.slice(1).forEach((operand) => checkExpression(operand, scope, fail));
    case "at":
      if (typeof operands[1] === "string") checkName(operands[1], fail);
      return operands.forEach((operand) => checkExpression(operand, scope, fail));
    default:
      return operands.forEach((operand) => checkExpression(operand, scope, fail));
  }
}

function checkName(name: unknown, fail: (problem: string) => never): void {
  if (typeof name === "string" && !isSafePropertyName(name)) fail(`\`${name}\` may not be read`);
}
