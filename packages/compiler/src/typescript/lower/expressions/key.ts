import ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression, createNumber } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { constantKeyOf } from "../names/constant-name.ts";
import { privateNameOf } from "../names/private-name.ts";
import { chooseByKey, mayNameMethod, membersNamedBy } from "./named-members.ts";

/** `a.b`, `a.#b` or `a[b]`. */
export type Access = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** Whether an expression reads a property or element. */
export function isAccess(node: ts.Node): node is Access {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** The property that is accessed, if its name is known and is not an index: those are elements. */
export function nameOfAccess(context: LowerContext, node: Access): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    return ts.isPrivateIdentifier(node.name) ? privateNameOf(context, node.name) : node.name.text;
  }
  const key = constantKeyOf(context, node.argumentExpression);
  return key === undefined || isIndex(key) ? undefined : key;
}

/** The key of an element whose name is not known, or is an index. */
export function lowerKey(context: LowerContext, node: ts.ElementAccessExpression): Expression {
  const key = constantKeyOf(context, node.argumentExpression);
  if (key !== undefined && isIndex(key)) return createNumber(context, node.argumentExpression, Number(key));
  return lowerExpression(context, node.argumentExpression);
}

/** Reads the property or element of an object. */
export function readAccess(context: LowerContext, node: Access, object: Expression): Expression {
  const name = nameOfAccess(context, node);
  if (name !== undefined) return createExpression(context, node, { op: "property", object, name });
  const key = lowerKey(context, node as ts.ElementAccessExpression);
  return readElement(context, node, object, key);
}

/** Reads what a key names, of which the name is not known. */
export function readElement(context: LowerContext, node: Access, object: Expression, key: Expression): Expression {
  if (membersNamedBy(context, node).length === 0) {
    const methods = mayNameMethod(context, node) ? { methods: true as const } : {};
    return createExpression(context, node, { op: "element", object, key, ...methods });
  }
  return chooseByKey(context, node, { object, key }, (name, of, by) =>
    name === undefined
      ? createExpression(context, node, { op: "element", object: of, key: by })
      : createExpression(context, node, { op: "property", object: of, name }),
  );
}

/** Canonical array index: `"0"`, `"12"`, but not `"01"`. */
function isIndex(key: string): boolean {
  return /^(0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;
}
