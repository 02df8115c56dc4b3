import ts from "typescript";
import type { Expression, Statement } from "../../ir/index.ts";
import { createExpression, createUndefined, plainArguments, readVariable, writeVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { guardRead, guardWrite } from "../initialization/guards.ts";
import { lowerExpression } from "../lower-expression.ts";
import { report, unsupportedSyntax } from "../messages.ts";
import { skipTransparent } from "../transparent.ts";
import { symbolOf, variableOf } from "../variables.ts";
import type { Access } from "./key.ts";
import { isAccess, lowerKey, nameOfAccess, readElement } from "./key.ts";
import { chooseByKey, mayNameAnything, membersNamedBy } from "./named-members.ts";
import { namespaceMemberOf } from "./namespace.ts";
import { narrowed } from "./narrowed.ts";
import { repeat, repeatKey } from "./repeatable.ts";
import { isSuper, lowerSuperAssignment, lowerSuperProperty } from "./super.ts";
import { lowerThis } from "./this.ts";

/** Something that can be assigned to, after its parts have run. */
export interface Reference {
  /** What has to run first. */
  before: Statement[];
  read(): Expression;
  /** Its value is the assigned one. */
  write(value: Expression): Expression;
}

/** A reference that is read and then written. `meanwhile` runs between the two. */
export function lowerUpdatedReference(
  context: LowerContext,
  expression: ts.Expression,
  meanwhile: ts.Node | undefined,
): Reference {
  const target = skipTransparent(expression);
  const before: Statement[] = [];
  if (!isAccess(target) || staticTarget(context, target)) return variableReference(context, target);
  const isProperty = nameOfAccess(context, target) !== undefined;
  const keyNode = isProperty ? undefined : (target as ts.ElementAccessExpression).argumentExpression;
  const object = isSuper(target.expression)
    ? (): Expression => lowerThis(context, target)
    : repeat(context, target.expression, "object", [keyNode, meanwhile], before);
  const key = keyNode && repeatElementKey(context, target as ts.ElementAccessExpression, meanwhile, before);
  return {
    before,
    read: () => narrowed(context, target, readWith(context, target, object, key)),
    write: (value) => writeWith(context, target, object, key, value),
  };
}

/** A reference that is only written: its parts run when `write` is made. */
export function lowerAssignedReference(context: LowerContext, expression: ts.Expression): Reference {
  const target = skipTransparent(expression);
  if (!isAccess(target) || staticTarget(context, target)) return variableReference(context, target);
  const object = (): Expression =>
    isSuper(target.expression) ? lowerThis(context, target) : lowerExpression(context, target.expression);
  const key =
    nameOfAccess(context, target) === undefined
      ? (): Expression => lowerKey(context, target as ts.ElementAccessExpression)
      : undefined;
  return {
    before: [],
    read: () => lowerExpression(context, target),
    write: (value) => writeWith(context, target, object, key, value),
  };
}

function repeatElementKey(
  context: LowerContext,
  target: ts.ElementAccessExpression,
  meanwhile: ts.Node | undefined,
  before: Statement[],
): () => Expression {
  const direct = ts.isNumericLiteral(target.argumentExpression) || ts.isStringLiteralLike(target.argumentExpression);
  if (direct) return () => lowerKey(context, target);
  return repeatKey(context, target.argumentExpression, meanwhile, before);
}

function readWith(
  context: LowerContext,
  target: Access,
  object: () => Expression,
  key: (() => Expression) | undefined,
): Expression {
  if (isSuper(target.expression)) return lowerSuperProperty(context, target);
  if (key) return readElement(context, target, object(), key());
  const name = nameOfAccess(context, target) as string;
  return createExpression(context, target, { op: "property", object: object(), name });
}

function writeWith(
  context: LowerContext,
  target: Access,
  object: () => Expression,
  key: (() => Expression) | undefined,
  value: Expression,
): Expression {
  if (isSuper(target.expression)) return lowerSuperAssignment(context, target, value);
  if (key) return writeElement(context, target, object(), key(), value);
  const name = nameOfAccess(context, target) as string;
  return createExpression(context, target, { op: "setProperty", object: object(), name, value });
}

function writeElement(
  context: LowerContext,
  target: Access,
  object: Expression,
  key: Expression,
  value: Expression,
): Expression {
  if (membersNamedBy(context, target).length === 0) {
    const open = mayNameAnything(context, target) ? { open: true as const } : {};
    return createExpression(context, target, { op: "setElement", object, key, value, ...open });
  }
  const parts = { object, key, arguments: plainArguments([value]) };
  return chooseByKey(context, target, parts, (name, of, by, [given]) =>
    name === undefined
      ? createExpression(context, target, { op: "setElement", object: of, key: by, value: given!.value })
      : createExpression(context, target, { op: "setProperty", object: of, name, value: given!.value }),
  );
}

/** A variable of a namespace, written `N.x`. */
function staticTarget(context: LowerContext, target: Access): ts.Symbol | undefined {
  return ts.isPropertyAccessExpression(target) ? namespaceMemberOf(context, target) : undefined;
}

function variableReference(context: LowerContext, target: ts.Expression): Reference {
  const symbol = symbolOfTarget(context, target);
  const variable = symbol && variableOf(context, symbol);
  if (symbol === undefined || variable === undefined) {
    report(context, target, unsupportedSyntax("an assignment to this"));
    const read = (): Expression => createUndefined(context, target);
    return { before: [], read, write: (value) => value };
  }
  return {
    before: [],
    read: () => narrowed(context, target, guardRead(context, target, symbol, readVariable(context, target, variable))),
    write: (value) => writeVariable(context, target, variable, guardWrite(context, target, symbol, value)),
  };
}

function symbolOfTarget(context: LowerContext, target: ts.Expression): ts.Symbol | undefined {
  if (ts.isIdentifier(target)) return symbolOf(context.shared, target);
  return isAccess(target) ? staticTarget(context, target) : undefined;
}
