import ts from "typescript";
import type { Argument, Expression, IrVariable } from "../../ir/index.ts";
import { createExpression, createUndefined } from "../builder.ts";
import type { HomeClass, LowerContext } from "../context.ts";
import { report, unsupportedSuper } from "../messages.ts";
import type { Access } from "./key.ts";
import { nameOfAccess } from "./key.ts";
import { receiverOf } from "./this.ts";

/** Whether an expression is the word `super`. */
export function isSuper(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.SuperKeyword;
}

interface Place extends HomeClass {
  receiver: IrVariable;
}

function placeOf(context: LowerContext, node: ts.Node): Place | undefined {
  const receiver = receiverOf(context, node);
  return context.home && receiver ? { ...context.home, receiver } : undefined;
}

function refused(context: LowerContext, node: ts.Node): Expression {
  report(context, node, unsupportedSuper());
  return createUndefined(context, node);
}

/** `super(…)` */
export function lowerSuperCall(context: LowerContext, node: ts.Node, args: Argument[]): Expression {
  const place = placeOf(context, node);
  if (place === undefined) return refused(context, node);
  const { class: of, receiver } = place;
  if (receiver.owner !== context.function) receiver.captured = true;
  return createExpression(context, node, { op: "superCall", class: of, receiver, arguments: args });
}

/** `super.name(…)` */
export function lowerSuperMethod(context: LowerContext, access: Access, node: ts.Node, args: Argument[]): Expression {
  const place = placeOf(context, node);
  const name = nameOfAccess(context, access);
  if (place === undefined || name === undefined) return refused(context, access);
  if (place.receiver.owner !== context.function) place.receiver.captured = true;
  return createExpression(context, node, { op: "superMethod", ...place, name, arguments: args });
}

/** `super.name` */
export function lowerSuperProperty(context: LowerContext, node: Access): Expression {
  const place = placeOf(context, node);
  const name = nameOfAccess(context, node);
  if (place === undefined || name === undefined) return refused(context, node);
  if (place.receiver.owner !== context.function) place.receiver.captured = true;
  return createExpression(context, node, { op: "superProperty", ...place, name });
}
