import ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { enumValueOf } from "../names/constant-name.ts";
import { lowerChain } from "./chain.ts";
import { globalNameOf, isGlobalThis } from "./global.ts";
import { lowerConstant, lowerGlobal, lowerSymbol } from "./identifier.ts";
import type { Access } from "./key.ts";
import { readAccess } from "./key.ts";
import { namespaceMemberOf } from "./namespace.ts";
import { narrowed } from "./narrowed.ts";
import { isClassPrototype, lowerPrototype, lowerPrototypeMethod } from "./prototype.ts";
import { isSuper, lowerSuperProperty } from "./super.ts";

/** `a.b`, `a.#b`, `a[b]`, and what looks like it: members of enums, namespaces, `globalThis` and `super`. */
export function lowerAccess(context: LowerContext, node: Access): Expression {
  if (ts.isOptionalChain(node)) return lowerChain(context, node);
  const constant = enumValueOf(context, node);
  if (constant !== undefined) return lowerConstant(context, node, constant);
  if (isSuper(node.expression)) return lowerSuperProperty(context, node);
  if (ts.isPropertyAccessExpression(node)) {
    const member = namespaceMemberOf(context, node);
    if (member) return narrowed(context, node, lowerSymbol(context, node, member));
    const global = isGlobalThis(context, node.expression) ? globalNameOf(context, node) : undefined;
    if (global !== undefined) return lowerGlobal(context, node, global);
    if (isClassPrototype(context, node)) return lowerPrototype(context, node);
    const method = lowerPrototypeMethod(context, node);
    if (method) return method;
  }
  return narrowed(context, node, readAccess(context, node, lowerExpression(context, node.expression)));
}
