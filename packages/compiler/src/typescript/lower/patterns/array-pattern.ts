import ts from "typescript";
import type { Expression, IrVariable, Statement } from "../../ir/index.ts";
import {
  callLibrary,
  createExpression,
  createNumber,
  keepValue,
  plainArguments,
  readVariable,
  runExpression,
} from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { bindTarget } from "./bind-target.ts";
import type { ArrayElement } from "./target.ts";

/** `[a, , b = 1, ...c]`: by index from arrays, from anything else through its iterator. */
export function lowerArrayPattern(
  context: LowerContext,
  node: ts.Node,
  elements: readonly ArrayElement[],
  value: Expression,
): Statement[] {
  const parts = literalParts(elements, value);
  if (parts) return bindParts(context, node, elements, parts);
  const rest = elements.some((element) => element?.rest);
  const isArray = isArrayPattern(context, node);
  const count = createNumber(context, node, rest ? -1 : elements.length);
  const array = isArray ? value : callLibrary(context, node, "toArray", [value, count]);
  const { declaration, variable } = keepValue(context, node, "array", array);
  const statements = elements.flatMap((element, index) => {
    if (element === undefined) return [];
    const read = element.rest ? readRest : readElement;
    return bindTarget(context, element.target, read(context, element.target.node, variable, index));
  });
  return [declaration, ...statements];
}

function readElement(context: LowerContext, node: ts.Node, array: IrVariable, index: number): Expression {
  const key = createNumber(context, node, index);
  return createExpression(context, node, { op: "element", object: readVariable(context, node, array), key });
}

function readRest(context: LowerContext, node: ts.Node, array: IrVariable, index: number): Expression {
  return createExpression(context, node, {
    op: "callMethod",
    object: readVariable(context, node, array),
    name: "slice",
    arguments: plainArguments([createNumber(context, node, index)]),
  });
}

/** The elements of an array literal that is taken apart at once, as in `[a, b] = [b, a]`: no array is needed. */
function literalParts(elements: readonly ArrayElement[], value: Expression): Expression[] | undefined {
  if (value.op !== "array" || value.elements.some(({ spread }) => spread)) return undefined;
  if (elements.length > value.elements.length || elements.some((element) => element?.rest)) return undefined;
  return value.elements.map((element) => element.value);
}

/** All parts run before the first is assigned. */
function bindParts(
  context: LowerContext,
  node: ts.Node,
  elements: readonly ArrayElement[],
  parts: readonly Expression[],
): Statement[] {
  const before: Statement[] = [];
  const after: Statement[] = [];
  for (const [index, part] of parts.entries()) {
    const element = elements[index];
    if (element === undefined) before.push(runExpression(context, node, part));
    else {
      const { declaration, variable } = keepValue(context, node, "part", part);
      before.push(declaration);
      after.push(...bindTarget(context, element.target, readVariable(context, element.target.node, variable)));
    }
  }
  return [...before, ...after];
}

/** Whether the checker knows that only arrays are taken apart here. */
function isArrayPattern(context: LowerContext, node: ts.Node): boolean {
  const { checker } = context.shared;
  return isArray(checker, checker.getTypeAtLocation(node));
}

function isArray(checker: ts.TypeChecker, type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every((member) => isArray(checker, member));
  if (type.isIntersection()) return type.types.some((member) => isArray(checker, member));
  if (type.flags & ts.TypeFlags.TypeParameter) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint !== undefined && isArray(checker, constraint);
  }
  return checker.isArrayType(type) || checker.isTupleType(type);
}
