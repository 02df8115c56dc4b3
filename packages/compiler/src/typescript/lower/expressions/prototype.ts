import ts from "typescript";
import type { Argument, Expression, IrVariable } from "../../ir/index.ts";
import { callLibrary, createExpression, createStatement, createTemporary, readVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { createFunction, createThis } from "../functions/lower-function.ts";
import { lowerExpression } from "../lower-expression.ts";
import { skipTransparent } from "../transparent.ts";
import { symbolOf } from "../variables.ts";
import { lowerArguments } from "./arguments.ts";
import { globalNameOf } from "./global.ts";

/**
 * Prototypes hold nothing here, but each class has one, to compare with. What else people write about them has a meaning without:
 * `Object.prototype.hasOwnProperty.call(o, key)`, `const { slice } = Array.prototype`, and `Object.setPrototypeOf(this, new.target.prototype)` in a
 * constructor, which changes nothing.
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
  return callPrototypeMethod(context, node, { owner, name: method.name.text }, object, () =>
    lowerArguments(context, rest),
  );
}

/** A method of a global class. */
interface PrototypeMethod {
  owner: string | undefined;
  name: string;
}

function callPrototypeMethod(
  context: LowerContext,
  node: ts.Node,
  { owner, name }: PrototypeMethod,
  object: Expression,
  lowerAll: () => Argument[],
): Expression {
  if (owner === "Object" && name === "toString") return callLibrary(context, node, "tagOfAnything", [object]);
  const args = lowerAll();
  if (owner === "Object" && name === "hasOwnProperty") {
    const target = createExpression(context, node, { op: "library", name: "Object" });
    const all = [{ value: object, spread: false }, ...args];
    return createExpression(context, node, { op: "callMethod", object: target, name: "hasOwn", arguments: all });
  }
  return createExpression(context, node, { op: "callMethod", object, name, arguments: args });
}

/** `X.prototype`: an object for each class that says which it is. */
export function lowerPrototype(context: LowerContext, node: ts.PropertyAccessExpression): Expression {
  return callLibrary(context, node, "prototypeOf", [lowerExpression(context, node.expression)]);
}

/** `X.prototype.method` that is not called at once: a function that calls the method of whatever it is called on. */
export function lowerPrototypeMethod(context: LowerContext, node: ts.PropertyAccessExpression): Expression | undefined {
  const prototype = skipTransparent(node.expression);
  if (!ts.isPropertyAccessExpression(prototype) || !isClassPrototype(context, prototype)) return undefined;
  const { checker } = context.shared;
  if (checker.getTypeAtLocation(node).getCallSignatures().length === 0) return undefined;
  const name = node.name.text;
  const made = createFunction(context, node, name);
  const inner: LowerContext = { ...context, function: made, receiver: made };
  made.thisVariable = createThis(inner, node, made);
  const rest: IrVariable = { ...createTemporary(inner, node, "values"), kind: "parameter" };
  made.parameters.push({ variable: rest, rest: true });
  const owner = globalNameOf(context, prototype.expression);
  const object = readVariable(inner, node, made.thisVariable);
  const value = callPrototypeMethod(inner, node, { owner, name }, object, () => [
    { value: readVariable(inner, node, rest), spread: true },
  ]);
  made.body.push(createStatement(inner, node, { type: "return", value }));
  return createExpression(context, node, { op: "closure", function: made });
}
