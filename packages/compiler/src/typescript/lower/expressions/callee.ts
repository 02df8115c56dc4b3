import ts from "typescript";
import type { Argument, Expression } from "../../ir/index.ts";
import { createExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { skipTransparent } from "../transparent.ts";
import { symbolOf } from "../variables.ts";
import { globalNameOf, isGlobal, isGlobalThis } from "./global.ts";
import { lowerGlobal, lowerSymbol } from "./identifier.ts";
import type { Access } from "./key.ts";
import { isAccess, lowerKey, nameOfAccess } from "./key.ts";
import { chooseByKey, membersNamedBy } from "./named-members.ts";
import { namespaceMemberOf } from "./namespace.ts";
import { isSuper, lowerSuperCall, lowerSuperMethod } from "./super.ts";

/** Makes the call of something whose callee stands already. */
export type Invoke = (node: ts.Node, args: Argument[]) => Expression;

/** What is called: parts of it run before the arguments, and the receiver is kept. */
export function lowerCallee(context: LowerContext, expression: ts.Expression): Invoke {
  const callee = skipTransparent(expression);
  if (isSuper(callee)) return (node, args) => lowerSuperCall(context, node, args);
  if (isAccess(callee)) {
    if (isSuper(callee.expression)) return (node, args) => lowerSuperMethod(context, callee, node, args);
    const plain = lowerStaticMember(context, callee);
    return plain ?? lowerMethod(context, callee, lowerExpression(context, callee.expression));
  }
  return lowerGlobalFunction(context, callee) ?? callValue(context, lowerExpression(context, callee));
}

/** `object.name(…)` or `object[key](…)`. */
export function lowerMethod(context: LowerContext, access: Access, object: Expression): Invoke {
  const name = nameOfAccess(context, access);
  if (name !== undefined) {
    return (node, args) => createExpression(context, node, { op: "callMethod", object, name, arguments: args });
  }
  const key = lowerKey(context, access as ts.ElementAccessExpression);
  if (membersNamedBy(context, access).length === 0) {
    return (node, args) =>
      createExpression(context, node, { op: "callElement", object, key, arguments: args, methods: true });
  }
  return (node, args) =>
    chooseByKey(context, access, { object, key, arguments: args }, (named, of, by, given) =>
      named === undefined
        ? createExpression(context, node, { op: "callElement", object: of, key: by, arguments: given })
        : createExpression(context, node, { op: "callMethod", object: of, name: named, arguments: given }),
    );
}

/** Calls a value without a receiver. */
export function callValue(context: LowerContext, callee: Expression): Invoke {
  return (node, args) => createExpression(context, node, { op: "call", callee, arguments: args });
}

/** A function of a namespace, a module or `globalThis`, none of which is a receiver that anybody sees. */
export function lowerStaticMember(context: LowerContext, access: Access): Invoke | undefined {
  if (!ts.isPropertyAccessExpression(access)) return undefined;
  if (isGlobalThis(context, access.expression)) return lowerGlobalFunction(context, access);
  const member = namespaceMemberOf(context, access);
  return member && callValue(context, lowerSymbol(context, access, member));
}

/** A function of the library, or an intrinsic. */
function lowerGlobalFunction(context: LowerContext, callee: ts.Expression): Invoke | undefined {
  const name = globalNameOf(context, callee);
  if (name === undefined) return undefined;
  if (context.shared.library && name.startsWith("$")) {
    return (node, args) => {
      const values = args.map(({ value }) => value);
      return createExpression(context, node, { op: "intrinsic", name, arguments: values });
    };
  }
  return (node, args) => {
    if (isFunction(context, callee) && !args.some(({ spread }) => spread)) {
      return createExpression(context, node, { op: "callLibrary", name, arguments: args });
    }
    // Classes such as `Number` may be called too.
    return callValue(context, lowerGlobal(context, callee, name))(node, args);
  };
}

function isFunction(context: LowerContext, callee: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const symbol = symbolOf(context.shared, name);
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Function) !== 0 && isGlobal(context, symbol);
}
