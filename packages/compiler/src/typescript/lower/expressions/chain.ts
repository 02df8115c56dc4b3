import ts from "typescript";
import type { Expression, IrVariable } from "../../ir/index.ts";
import {
  createDo,
  createExpression,
  createUndefined,
  keepValue,
  narrowPresent,
  plainArguments,
  readVariable,
} from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { symbolOf } from "../variables.ts";
import { lowerArguments } from "./arguments.ts";
import { callValue, lowerMethod, lowerStaticMember } from "./callee.ts";
import type { Access } from "./key.ts";
import { isAccess, nameOfAccess, readAccess } from "./key.ts";
import { isFixed } from "./repeatable.ts";
import { isSuper, lowerSuperMethod, lowerSuperProperty } from "./super.ts";

/**
 * Optional chains. `a?.b.c(d)` is nothing as a whole if `a` is nothing: what follows the test is part of one of its branches. So a link
 * of the chain is lowered together with all that follows it, which `next` makes of the link's value.
 */
type Next = (value: Expression) => Expression;

type Skipped = () => Expression;

/** A chain with `?.` in it, up to its outermost link. */
export function lowerChain(context: LowerContext, node: ts.OptionalChain): Expression {
  const skipped = (): Expression => createUndefined(context, node);
  return lowerLink(context, node, (value) => value, skipped);
}

/** The object of a property access, and what is to be done with it unless the chain before it is skipped. */
export function throughObject(context: LowerContext, access: Access, use: Next, skipped: Skipped): Expression {
  return lowerLink(
    context,
    access.expression,
    access.questionDotToken ? (value) => ifPresent(context, access, access.expression, value, use, skipped) : use,
    skipped,
  );
}

function lowerLink(context: LowerContext, node: ts.Expression, next: Next, skipped: Skipped): Expression {
  if (!ts.isOptionalChain(node)) return next(lowerExpression(context, node));
  if (ts.isNonNullExpression(node)) return lowerLink(context, node.expression, next, skipped);
  if (ts.isCallExpression(node)) return lowerCallLink(context, node, next, skipped);
  return throughObject(context, node, (object) => next(readAccess(context, node, object)), skipped);
}

function lowerCallLink(context: LowerContext, node: ts.CallExpression, next: Next, skipped: Skipped): Expression {
  let callee: ts.Expression = node.expression;
  while (ts.isNonNullExpression(callee) || ts.isParenthesizedExpression(callee)) callee = callee.expression;
  const optional = node.questionDotToken !== undefined;
  if (isAccess(callee)) {
    const access = callee;
    if (isSuper(access.expression)) return lowerSuperLink(context, node, access, next, skipped);
    if (lowerStaticMember(context, access) === undefined) {
      const use = optional
        ? (object: Expression) => callIfPresent(context, node, access, object, next, skipped)
        : (object: Expression) =>
            next(lowerMethod(context, access, object)(node, lowerArguments(context, node.arguments)));
      return throughObject(context, access, use, skipped);
    }
  }
  const call: Next = (value) => next(callValue(context, value)(node, lowerArguments(context, node.arguments)));
  const use = optional ? (value: Expression) => ifPresent(context, node, callee, value, call, skipped) : call;
  return lowerLink(context, callee, use, skipped);
}

/** `super.name?.(…)` */
function lowerSuperLink(
  context: LowerContext,
  node: ts.CallExpression,
  access: Access,
  next: Next,
  skipped: Skipped,
): Expression {
  const call = next(lowerSuperMethod(context, access, node, lowerArguments(context, node.arguments)));
  return choose(context, node, lowerSuperProperty(context, access), call, skipped);
}

/** `object.name?.(…)`: the method is looked up for the test, and called with its receiver. */
function callIfPresent(
  context: LowerContext,
  node: ts.CallExpression,
  access: Access,
  value: Expression,
  next: Next,
  skipped: Skipped,
): Expression {
  const { declaration, variable: object } = keepValue(context, node, "object", value);
  const name = nameOfAccess(context, access);
  if (name !== undefined && !isAccessor(context, access)) {
    const method = createExpression(context, access, {
      op: "property",
      object: readVariable(context, access, object),
      name,
    });
    const call = createExpression(context, node, {
      op: "callMethod",
      object: readVariable(context, access, object),
      name,
      arguments: lowerArguments(context, node.arguments),
    });
    return createDo(context, node, [declaration], choose(context, node, method, next(call), skipped));
  }
  const method = readFrom(context, access, object);
  const call = ifPresent(
    context,
    node,
    undefined,
    method,
    (present) => next(callWithReceiver(context, node, present, object)),
    skipped,
  );
  return createDo(context, node, [declaration], call);
}

function readFrom(context: LowerContext, access: Access, object: IrVariable): Expression {
  return readAccess(context, access, readVariable(context, access, object));
}

function callWithReceiver(
  context: LowerContext,
  node: ts.CallExpression,
  method: Expression,
  receiver: IrVariable,
): Expression {
  const first = plainArguments([readVariable(context, node, receiver)]);
  const args = [...first, ...lowerArguments(context, node.arguments)];
  return createExpression(context, node, { op: "callMethod", object: method, name: "call", arguments: args });
}

/** Reading it twice could be noticed. */
function isAccessor(context: LowerContext, access: Access): boolean {
  const name = ts.isPropertyAccessExpression(access) ? access.name : access.argumentExpression;
  const symbol = symbolOf(context.shared, name);
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Accessor) !== 0;
}

/** Goes on with the value of an expression unless it is `undefined` or `null`. */
function ifPresent(
  context: LowerContext,
  node: ts.Node,
  expression: ts.Expression | undefined,
  value: Expression,
  use: Next,
  skipped: Skipped,
): Expression {
  if (expression && isFixed(context, expression)) {
    const again = narrowPresent(context, node, lowerExpression(context, expression));
    return choose(context, node, value, use(again), skipped);
  }
  const { declaration, variable } = keepValue(context, node, "link", value);
  const present = narrowPresent(context, node, readVariable(context, node, variable));
  const test = readVariable(context, node, variable);
  return createDo(context, node, [declaration], choose(context, node, test, use(present), skipped));
}

function choose(
  context: LowerContext,
  node: ts.Node,
  tested: Expression,
  otherwise: Expression,
  skipped: Skipped,
): Expression {
  const test = createExpression(context, node, { op: "unary", operator: "isNullish", operand: tested });
  return createExpression(context, node, { op: "conditional", test, then: skipped(), otherwise });
}
