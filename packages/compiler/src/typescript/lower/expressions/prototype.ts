import ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { callLibrary, createExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { skipTransparent } from "../transparent.ts";
import { symbolOf } from "../variables.ts";
import { lowerArguments } from "./arguments.ts";
import { globalNameOf } from "./global.ts";

/**
 * Prototypes are no objects here. What people still write about them has a meaning without: `Object.prototype.hasOwnProperty.call(o, key)`,
 * `Array.prototype.slice.call(list)`, and `Object.setPrototypeOf(this, new.target.prototype)` in a constructor, which changes nothing.
 */

/** Whether an expression is the prototype of a class. */
export function isClassPrototype(context: LowerContext, node: ts.PropertyAccessExpression): boolean {
  if (node.name.text !== "prototype") return false;
  if (globalNameOf(context, node.expression) !== undefined) return true;
  if (ts.isMetaProperty(skipTransparent(node.expression))) return true;
  const symbol = symbolOf(context.shared, skipTransparent(node.expression));
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Class) !== 0;
}

/** `Object.setPrototypeOf(this, X.prototype)`, which code for old engines has in constructors. The checks let no other use pass. */
export function isPrototypeRestoration(context: LowerContext, node: ts.CallExpression): boolean {
  const callee = skipTransparent(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "setPrototypeOf") return false;
  const owner = globalNameOf(context, callee.expression);
  return owner === "Object" || owner === "Reflect";
}

/** `Global.prototype.name.call(receiver, …)`; `undefined` for any other call. */
export function lowerPrototypeCall(context: LowerContext, node: ts.CallExpression): Expression | undefined {
  const callee = skipTransparent(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "call") return undefined;
  const method = skipTransparent(callee.expression);
  if (!ts.isPropertyAccessExpression(method)) return undefined;
  const prototype = skipTransparent(method.expression);
  if (!ts.isPropertyAccessExpression(prototype) || prototype.name.text !== "prototype") return undefined;
  const owner = globalNameOf(context, prototype.expression);
  const [receiver, ...rest] = node.arguments;
  if (owner === undefined || receiver === undefined || ts.isSpreadElement(receiver)) return undefined;
  const object = lowerExpression(context, receiver);
  const name = method.name.text;
  if (owner === "Object" && name === "toString") return callLibrary(context, node, "objectToString", [object]);
  const args = lowerArguments(context, rest);
  if (owner === "Object" && name === "hasOwnProperty") {
    const target = createExpression(context, method, { op: "library", name: "Object" });
    const all = [{ value: object, spread: false }, ...args];
    return createExpression(context, node, { op: "callMethod", object: target, name: "hasOwn", arguments: all });
  }
  return createExpression(context, node, { op: "callMethod", object, name, arguments: args });
}
