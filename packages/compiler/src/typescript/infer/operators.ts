import type { BinaryOperator, ExpressionOf, TypeFilter, UnaryOperator } from "../ir/index.ts";
import { callFunction } from "./calls.ts";
import { libraryCall, withoutObjects } from "./conversions.ts";
import type { FlowNode } from "./flow-node.ts";
import { createNode, kindsOf, objectsOf } from "./flow-node.ts";
import { siteKey } from "./function-instance.ts";
import type { Kinds } from "./kinds.ts";
import { BIGINT, BOOLEAN, HOST, NULLISH, NUMBER, STRING } from "./kinds.ts";
import { isDictionary, lookUpMethod } from "./properties.ts";
import { visitBranches } from "./type-tests.ts";
import type { Visit } from "./visit.ts";
import { visitExpression } from "./visit.ts";

const UNARY_RESULTS: Readonly<Partial<Record<UnaryOperator, Kinds>>> = {
  "!": BOOLEAN,
  isNullish: BOOLEAN,
  typeof: STRING,
  "+": NUMBER,
};

/** Operators that give a number, or a bigint of two bigints. */
const ARITHMETIC: ReadonlySet<BinaryOperator> = new Set(["-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>"]);
const RELATIONAL: ReadonlySet<BinaryOperator> = new Set(["<", "<=", ">", ">="]);

/** Unary operators. */
export function visitUnary(visit: Visit, expression: ExpressionOf<"unary">): FlowNode {
  const { solver } = visit.analysis;
  const operand = visitExpression(visit, expression.operand);
  const result = createNode();
  const kinds = UNARY_RESULTS[expression.operator];
  if (kinds !== undefined) solver.addKinds(result, kinds);
  if (expression.operator === "!" || expression.operator === "isNullish" || expression.operator === "typeof") {
    return result;
  }
  const value = withoutObjects(visit, siteKey(expression, "number"), operand, "toNumeric");
  if (kinds === undefined) {
    solver.onKinds(value, (given) => {
      if (given & BIGINT) solver.addKinds(result, BIGINT);
      if (given & ~BIGINT) solver.addKinds(result, NUMBER);
    });
    solver.onKinds(operand, (given) => {
      if (given & HOST) solver.addKinds(result, NUMBER);
    });
  }
  return result;
}

/** Binary operators. */
export function visitBinary(visit: Visit, expression: ExpressionOf<"binary">): FlowNode {
  const { solver } = visit.analysis;
  const { operator } = expression;
  const left = visitExpression(visit, expression.left);
  const right = visitExpression(visit, expression.right);
  const result = createNode();
  if (operator === "+" || ARITHMETIC.has(operator)) {
    const conversion = operator === "+" ? "toPrimitive" : "toNumeric";
    const first = withoutObjects(visit, siteKey(expression, "left"), left, conversion);
    const second = withoutObjects(visit, siteKey(expression, "right"), right, conversion);
    const combine = (): void => {
      const kinds = arithmeticResult(operator, kindsOf(first), kindsOf(second));
      solver.addKinds(result, kinds);
    };
    solver.onKinds(first, combine);
    solver.onKinds(second, combine);
    return result;
  }
  solver.addKinds(result, BOOLEAN);
  if (RELATIONAL.has(operator)) {
    withoutObjects(visit, siteKey(expression, "left"), left, "toPrimitive");
    withoutObjects(visit, siteKey(expression, "right"), right, "toPrimitive");
  } else if (operator === "==" || operator === "!=") {
    const compare = (): void => {
      if (needsLooseEquality(left, right)) {
        libraryCall(visit, siteKey(expression, "loose"), "looseEquals", [left, right], createNode());
      }
    };
    for (const node of [left, right]) {
      solver.onKinds(node, compare);
      solver.onObject(node, compare);
    }
  } else if (operator === "in") visitIn(visit, expression, right);
  return result;
}

/** Whether `==` of these values can differ from `===`. */
export function needsLooseEquality(left: FlowNode, right: FlowNode): boolean {
  const first = kindsOf(left) & ~NULLISH;
  const second = kindsOf(right) & ~NULLISH;
  const objects = [objectsOf(left).length > 0, objectsOf(right).length > 0];
  if (objects[0] ? second !== 0 : false) return true;
  if (objects[1] ? first !== 0 : false) return true;
  if (first === 0 || second === 0) return false;
  return first !== second || (first & (first - 1)) !== 0;
}

function arithmeticResult(operator: BinaryOperator, left: Kinds, right: Kinds): Kinds {
  if (left === 0 || right === 0) return 0;
  let kinds = 0;
  if (left & BIGINT && right & BIGINT) kinds |= BIGINT;
  if (operator === "+") {
    if ((left | right) & STRING) kinds |= STRING;
    if (left & ~(STRING | BIGINT) && right & ~(STRING | BIGINT)) kinds |= NUMBER;
  } else if (left & ~BIGINT && right & ~BIGINT) kinds |= NUMBER;
  return kinds;
}

function visitIn(visit: Visit, expression: ExpressionOf<"binary">, object: FlowNode): void {
  const { analysis, instance } = visit;
  const key = createNode();
  analysis.solver.addKinds(key, STRING);
  analysis.solver.onObject(object, (target) => {
    if (isDictionary(target)) {
      const method = lookUpMethod(analysis, target, "has", "method");
      if (!method) throw new Error("the library's Dictionary has no method has");
      callFunction(analysis, instance, siteKey(expression, "has"), {
        on: target,
        target: method,
        receiver: target,
        arguments: [{ node: key, spread: false }],
        result: createNode(),
      });
    } else if ((target.type === "instance" || target.type === "shape") && expression.left.op !== "string") {
      target.dynamic = true;
    }
  });
}

/** What `&&` keeps of its left side. */
const FALSY: TypeFilter = {
  undefined: true,
  null: true,
  boolean: true,
  number: true,
  string: true,
  bigint: true,
  symbol: false,
  accepts: () => false,
};

/** What `||` and `??` keep of their left side. */
const NOT_NULLISH: TypeFilter = { ...FALSY, undefined: false, null: false, symbol: true, accepts: () => true };

/** `&&`, `||` and `??`. */
export function visitLogical(visit: Visit, expression: ExpressionOf<"logical">): FlowNode {
  const { solver } = visit.analysis;
  const left = visitExpression(visit, expression.left);
  const result = createNode();
  solver.connect(left, result, expression.operator === "&&" ? FALSY : NOT_NULLISH);
  const visitRight = (): void => solver.connect(visitExpression(visit, expression.right), result);
  if (expression.operator === "&&") visitBranches(visit, expression.left, visitRight, () => {});
  else if (expression.operator === "||") visitBranches(visit, expression.left, () => {}, visitRight);
  else visitRight();
  return result;
}
