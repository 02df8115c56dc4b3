import ts from "typescript";
import type { Argument, Expression, SuperReference } from "../../ir/index.ts";
import { createExpression, createUndefined } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { report, unsupportedSuper } from "../messages.ts";
import type { Access } from "./key.ts";
import { nameOfAccess } from "./key.ts";
import { receiverOf } from "./this.ts";

/** Whether an expression is the word `super`. */
export function isSuper(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.SuperKeyword;
}

/** The checker has refused `super` outside of classes and object literals. */
function referenceOf(context: LowerContext, node: ts.Node): SuperReference | undefined {
  const receiver = receiverOf(context, node);
  if (!context.home || !receiver) return undefined;
  if (receiver.owner !== context.function) receiver.captured = true;
  return { ...context.home, receiver };
}

/** What a member of `super` is called, with where it is looked for; a key that is only known at run time is refused. */
function memberOf(context: LowerContext, node: Access): (SuperReference & { name: string }) | undefined {
  const reference = referenceOf(context, node);
  const name = nameOfAccess(context, node);
  if (reference && name !== undefined) return { ...reference, name };
  report(context, node, unsupportedSuper());
  return undefined;
}

/** `super(…)` */
export function lowerSuperCall(context: LowerContext, node: ts.Node, args: Argument[]): Expression {
  const reference = referenceOf(context, node);
  if (!reference?.class) {
    report(context, node, unsupportedSuper());
    return createUndefined(context, node);
  }
  const { class: of, receiver } = reference;
  return createExpression(context, node, { op: "superCall", class: of, receiver, arguments: args });
}

/** `super.name(…)` */
export function lowerSuperMethod(context: LowerContext, access: Access, node: ts.Node, args: Argument[]): Expression {
  const member = memberOf(context, access);
  if (!member) return createUndefined(context, access);
  return createExpression(context, node, { op: "superMethod", ...member, arguments: args });
}

/** `super.name` */
export function lowerSuperProperty(context: LowerContext, node: Access): Expression {
  const member = memberOf(context, node);
  return member ? createExpression(context, node, { op: "superProperty", ...member }) : createUndefined(context, node);
}

/** `super.name = value` */
export function lowerSuperAssignment(context: LowerContext, node: Access, value: Expression): Expression {
  const member = memberOf(context, node);
  return member ? createExpression(context, node, { op: "setSuperProperty", ...member, value }) : value;
}
