import type ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression, createString, createUndefined } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { report, unsupportedSyntax } from "../messages.ts";
import { skipTransparent } from "../transparent.ts";
import { throughObject } from "./chain.ts";
import type { Access } from "./key.ts";
import { isAccess, lowerKey, nameOfAccess } from "./key.ts";

/** `delete a.b`, `delete a[b]`, `delete a?.b` */
export function lowerDelete(context: LowerContext, node: ts.DeleteExpression): Expression {
  const target = skipTransparent(node.expression);
  if (!isAccess(target)) {
    report(context, node, unsupportedSyntax("`delete` of anything but a property"));
    return createUndefined(context, node);
  }
  const skipped = (): Expression => createExpression(context, node, { op: "boolean", value: true });
  return throughObject(context, target, (object) => remove(context, node, target, object), skipped);
}

function remove(context: LowerContext, node: ts.Node, target: Access, object: Expression): Expression {
  const name = nameOfAccess(context, target);
  const key =
    name === undefined ? lowerKey(context, target as ts.ElementAccessExpression) : createString(context, target, name);
  return createExpression(context, node, { op: "deleteElement", object, key });
}
