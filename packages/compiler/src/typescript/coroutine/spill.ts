import type { Expression, ExpressionOf, Statement } from "../ir/index.ts";
import type { Coroutine } from "./coroutine.ts";
import { suspends } from "./suspends.ts";
import type { Operand } from "../ir/operands.ts";
import { operandsOf } from "../ir/operands.ts";

/**
 * Takes the stops out of an expression: gives one with the same value that has none, after statements that do, in JavaScript's order, what comes
 * before its last stop. Each stop in these is the whole value of a declaration.
 */
export function spill(coroutine: Coroutine, expression: Expression, before: Statement[]): Expression {
  if (!suspends(expression)) return expression;
  const { build } = coroutine;
  build.position = expression.position;
  switch (expression.op) {
    case "await":
    case "yield": {
      expression.value = spill(coroutine, expression.value, before);
      const variable = build.temporary(expression.op === "await" ? "awaited" : "sent");
      before.push(build.declare(variable, expression));
      return build.read(variable);
    }
    case "logical":
      return spillLogical(coroutine, expression, before);
    case "conditional":
      return spillConditional(coroutine, expression, before);
    case "do":
      before.push(...expression.body);
      return spill(coroutine, expression.value, before);
    default:
      spillOperands(coroutine, expression, before);
      return expression;
  }
}

function spillLogical(coroutine: Coroutine, expression: ExpressionOf<"logical">, before: Statement[]): Expression {
  const { build } = coroutine;
  expression.left = spill(coroutine, expression.left, before);
  if (!suspends(expression.right)) return expression;
  const result = build.temporary("result");
  before.push(build.declare(result, expression.left));
  const otherwise: Statement[] = [];
  const right = spill(coroutine, expression.right, otherwise);
  otherwise.push(build.set(result, right));
  const value = build.read(result);
  const test =
    expression.operator === "??" ? build.expression({ op: "unary", operator: "isNullish", operand: value }) : value;
  before.push(build.if(expression.operator === "||" ? build.not(test) : test, otherwise));
  return build.read(result);
}

function spillConditional(
  coroutine: Coroutine,
  expression: ExpressionOf<"conditional">,
  before: Statement[],
): Expression {
  const { build } = coroutine;
  expression.test = spill(coroutine, expression.test, before);
  if (!suspends(expression.then) && !suspends(expression.otherwise)) return expression;
  const result = build.temporary("result");
  const branch = (value: Expression): Statement[] => {
    const statements: Statement[] = [];
    const last = spill(coroutine, value, statements);
    return [...statements, build.set(result, last)];
  };
  before.push(build.if(expression.test, branch(expression.then), branch(expression.otherwise)));
  return build.read(result);
}

/** Operands before the last one that stops are kept, if they could have another value or effect later. */
function spillOperands(coroutine: Coroutine, expression: Expression, before: Statement[]): void {
  const operands = operandsOf(expression);
  const last = operands.findLastIndex(({ value }) => suspends(value));
  for (const [index, operand] of operands.slice(0, last + 1).entries()) {
    const isKept = suspends(operand.value) && !operand.spread;
    const value = spill(coroutine, operand.value, before);
    if (index === last || (isConstant(value) && !operand.spread) || (isKept && value.op === "get"))
      operand.replace(value);
    else keep(coroutine, expression, operand, value, before);
  }
}

function keep({ build }: Coroutine, whole: Expression, operand: Operand, value: Expression, before: Statement[]): void {
  const variable = build.temporary("operand");
  before.push(build.declare(variable, copyNow(build, whole, operand, value)));
  operand.replace(build.read(variable));
}

/** What is spread is read at once, and what stands in a template becomes text at once. */
function copyNow(build: Coroutine["build"], whole: Expression, operand: Operand, value: Expression): Expression {
  if (operand.spread === "elements") return build.expression({ op: "array", elements: [{ value, spread: true }] });
  if (operand.spread === "properties" && whole.op === "object") {
    const shape = { name: "", declared: [], dictionary: whole.shape.dictionary };
    return build.expression({ op: "object", shape, members: [{ type: "spread", value }] });
  }
  if (whole.op === "template") return build.expression({ op: "template", texts: ["", ""], values: [value] });
  return value;
}

function isConstant(expression: Expression): boolean {
  switch (expression.op) {
    case "undefined":
    case "null":
    case "boolean":
    case "number":
    case "string":
    case "bigint":
    case "library":
      return true;
    case "get":
      return expression.variable.writes === 0;
    case "narrow":
      return isConstant(expression.value);
    default:
      return false;
  }
}
