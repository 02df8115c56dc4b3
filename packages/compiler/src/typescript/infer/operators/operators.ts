import type { BinaryOperator, Expression, ExpressionOf, TypeFilter, UnaryOperator } from "../../ir/index.ts";
import { callFunction } from "../calls/calls.ts";
import { noteFailure } from "../calls/failures.ts";
import { libraryCall } from "./conversions.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode, kindsOf, objectsOf } from "../values/flow-node.ts";
import type { AbstractObject } from "../values/abstract-object.ts";
import type { Kinds } from "../values/kinds.ts";
import { BIGINT, BOOLEAN, HOST, NULLISH, NUMBER, STRING } from "../values/kinds.ts";
import { BINARY_FUNCTIONS, UNARY_FUNCTIONS, needsBinaryFunction, needsUnaryFunction } from "./library-operators.ts";
import { isDictionary, lookUpMethod } from "../properties/properties.ts";
import type { NumberSource } from "../ranges/number-source.ts";
import { visitBranches } from "./type-tests.ts";
import { onMore, useMore } from "../objects/more-properties.ts";
import type { Visit } from "../visitors/visit.ts";
import { visitExpression } from "../visitors/visit.ts";
import type { Site } from "../values/site.ts";
import { siteOf } from "../values/site.ts";

const UNARY_RESULTS: Readonly<Partial<Record<UnaryOperator, Kinds>>> = {
  "!": BOOLEAN,
  isNullish: BOOLEAN,
  typeof: STRING,
  "+": NUMBER,
};

const RELATIONAL: ReadonlySet<BinaryOperator> = new Set(["<", "<=", ">", ">="]);

/** Unary operators. */
export function visitUnary(visit: Visit, expression: ExpressionOf<"unary">): FlowNode {
  const { solver } = visit.analysis;
  const operand = visitExpression(visit, expression.operand);
  const result = createNode();
  const kinds = UNARY_RESULTS[expression.operator];
  if (kinds !== undefined && kinds !== NUMBER) solver.addKinds(result, kinds);
  if (expression.operator === "!" || expression.operator === "isNullish" || expression.operator === "typeof") {
    return result;
  }
  const { operator } = expression;
  const numbers = stepOf(visit, expression, operand, operator === "decrement" ? -1 : 1) ?? {
    type: "operation" as const,
    name: unaryOperation(operator),
    operands: [operand],
  };
  if (kinds === NUMBER) solver.addKinds(result, NUMBER, numbers);
  solver.onKinds(operand, () => {
    const given = kindsOf(operand);
    if (operator === "+" || needsUnaryFunction(operator, operand)) return;
    solver.addKinds(result, given & BIGINT ? BIGINT : NUMBER, numbers);
  });
  const name = UNARY_FUNCTIONS[operator];
  if (name)
    callIfNeeded(visit, siteOf(expression, "library"), name, [operand], result, () =>
      needsUnaryFunction(operator, operand),
    );
  return result;
}

/** Calls a function of the library with operands, once what reaches them needs it. */
function callIfNeeded(
  visit: Visit,
  site: Site,
  name: string,
  operands: readonly FlowNode[],
  result: FlowNode,
  isNeeded: () => boolean,
): void {
  const { solver } = visit.analysis;
  let called = false;
  const look = (): void => {
    if (called || !isNeeded()) return;
    called = true;
    libraryCall(visit, site, name, operands, result);
  };
  for (const operand of operands) {
    solver.onKinds(operand, look);
    solver.onObject(operand, look);
  }
}

const EQUALITY: ReadonlySet<BinaryOperator> = new Set(["===", "!==", "==", "!="]);

/** Operators that JavaScript does for bigints and that not all bigints have a result for. */
const THROWING: ReadonlySet<BinaryOperator> = new Set(["/", "%", "**", "<<"]);

/** Binary operators. */
export function visitBinary(visit: Visit, expression: ExpressionOf<"binary">): FlowNode {
  const { solver } = visit.analysis;
  const { operator } = expression;
  const left = visitExpression(visit, expression.left);
  const right = visitExpression(visit, expression.right);
  const result = createNode();
  const name = BINARY_FUNCTIONS[operator];
  const needed = (): boolean => needsBinaryFunction(operator, left, right);
  if (name && !RELATIONAL.has(operator)) {
    const { right: amount } = expression;
    const step = amount.op === "number" ? (operator === "-" ? -amount.value : amount.value) : 0;
    const numbers = stepOf(visit, expression, left, step) ?? {
      type: "operation" as const,
      name: operator,
      operands: [left, right],
    };
    const combine = (): void => {
      if (THROWING.has(operator) && kindsOf(left) & kindsOf(right) & BIGINT) visit.analysis.hostThrows.note();
      if (!needed()) solver.addKinds(result, arithmeticResult(operator, kindsOf(left), kindsOf(right)), numbers);
    };
    solver.onKinds(left, combine);
    solver.onKinds(right, combine);
    callIfNeeded(visit, siteOf(expression, "library"), name, [left, right], result, needed);
    return result;
  }
  solver.addKinds(result, BOOLEAN);
  if (EQUALITY.has(operator)) visit.analysis.compared.push([left, right]);
  if (name) {
    callIfNeeded(visit, siteOf(expression, "library"), name, [left, right], createNode(), needed);
  } else if (operator === "==" || operator === "!=") {
    const compare = (): void => {
      if (needsLooseEquality(left, right)) {
        libraryCall(visit, siteOf(expression, "loose"), "looseEquals", [left, right], createNode());
      }
    };
    for (const node of [left, right]) {
      solver.onKinds(node, compare);
      solver.onObject(node, compare);
    }
  } else if (operator === "in") visitIn(visit, expression, right);
  else if (operator === "instanceof") {
    const complain = (): void => noteFailure(visit.analysis, visit.instance, "throwNotClass");
    solver.onKinds(right, complain);
    solver.onObject(right, (object) => isClassLike(object) || complain());
  }
  return result;
}

/** The source of a counting loop's step, if the expression is one. */
function stepOf(visit: Visit, expression: Expression, variable: FlowNode, step: number): NumberSource | undefined {
  const loop = visit.analysis.steps.get(expression);
  if (!loop) return undefined;
  const bound = visit.analysis.expression(visit.instance, loop.bound);
  return { type: "step", relation: loop.relation, operands: [variable, constantNode(visit, step), bound] };
}

function constantNode(visit: Visit, value: number): FlowNode {
  const node = createNode();
  visit.analysis.solver.addKinds(node, NUMBER, { type: "constant", value });
  return node;
}

function unaryOperation(operator: UnaryOperator): string {
  return operator === "+" || operator === "-" ? `unary ${operator}` : operator;
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

/** Whether `instanceof` can ask about an object. */
export function isClassLike({ type }: AbstractObject): boolean {
  return type === "class" || type === "function" || type === "hostFunction";
}

function visitIn(visit: Visit, expression: ExpressionOf<"binary">, object: FlowNode): void {
  const { analysis, instance } = visit;
  const key = createNode();
  analysis.solver.addKinds(key, STRING);
  analysis.solver.onKinds(object, (kinds) => {
    if (kinds & ~HOST) noteFailure(analysis, instance, "throwNotSearchable");
  });
  analysis.solver.onObject(object, (target) => {
    if (isDictionary(target)) {
      const method = lookUpMethod(analysis, target, "has", "method");
      if (!method) throw new Error("the library's Dictionary has no method has");
      callFunction(analysis, instance, siteOf(expression, "has"), {
        on: target,
        target: method,
        receiver: target,
        arguments: [{ node: key, spread: false }],
        result: createNode(),
      });
    } else if ((target.type === "instance" || target.type === "shape") && expression.left.op !== "string") {
      target.dynamic = true;
      useMore(analysis, instance, expression, target, "hasMore", createNode());
    } else if ((target.type === "instance" || target.type === "shape") && expression.left.op === "string") {
      const name = expression.left.value;
      if (target.type === "shape") target.soughtNames.add(name);
      onMore(analysis, target, () => analysis.field(target, name));
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
