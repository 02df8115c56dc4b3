import type { Expression, IrVariable, StatementOf } from "../../ir/index.ts";

/** How a loop's variable relates to a bound as long as the loop goes on. */
export type Relation = "<" | "<=" | ">" | ">=";

/** A loop's variable, the expression that moves it on, and the bound that the loop's test compares it with. */
export interface LoopStep {
  variable: IrVariable;
  step: Expression;
  relation: Relation;
  bound: Expression;
}

const FLIPPED: Readonly<Record<Relation, Relation>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/**
 * The step of a counting loop: the variable is assigned nowhere but in the update, so that there it still is what the test has seen.
 */
export function loopStep({ test, testAtEnd, update }: StatementOf<"loop">): LoopStep | undefined {
  if (!test || testAtEnd) return undefined;
  for (const statement of update) {
    if (statement.type !== "expression") continue;
    const { expression } = statement;
    if (expression.op !== "set" || expression.variable.writes !== 1) continue;
    const { variable, value } = expression;
    const moved = value.op === "unary" || value.op === "binary" ? movedBy(value, variable) : undefined;
    const found = moved && boundOf(test, variable, moved === "up");
    if (found) return { variable, step: value, ...found };
  }
  return undefined;
}

function movedBy(
  value: Extract<Expression, { op: "unary" | "binary" }>,
  variable: IrVariable,
): "up" | "down" | undefined {
  if (value.op === "unary") {
    if (!isGet(value.operand, variable)) return undefined;
    if (value.operator === "increment") return "up";
    return value.operator === "decrement" ? "down" : undefined;
  }
  if (!isGet(value.left, variable) || value.right.op !== "number" || value.right.value < 0) return undefined;
  if (value.operator === "+") return "up";
  return value.operator === "-" ? "down" : undefined;
}

function boundOf(
  test: Expression,
  variable: IrVariable,
  up: boolean,
): { relation: Relation; bound: Expression } | undefined {
  if (test.op === "logical" && test.operator === "&&") {
    return boundOf(test.left, variable, up) ?? boundOf(test.right, variable, up);
  }
  if (test.op !== "binary" || !(test.operator in FLIPPED)) return undefined;
  const relation = test.operator as Relation;
  const found = isGet(test.left, variable)
    ? { relation, bound: test.right }
    : isGet(test.right, variable)
      ? { relation: FLIPPED[relation], bound: test.left }
      : undefined;
  return found && found.relation.startsWith("<") === up ? found : undefined;
}

function isGet(expression: Expression, variable: IrVariable): boolean {
  return expression.op === "get" && expression.variable === variable;
}
