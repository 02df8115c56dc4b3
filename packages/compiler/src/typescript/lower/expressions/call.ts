import ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createUndefined } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { report, unsupportedSyntax } from "../messages.ts";
import { lowerArguments } from "./arguments.ts";
import { lowerCallee } from "./callee.ts";
import { lowerChain } from "./chain.ts";
import { isJsonParse, lowerJsonParse } from "./json-parse.ts";
import { isPrototypeRestoration, lowerPrototypeCall } from "./prototype.ts";
import { lowerThis } from "./this.ts";

/** `f(…)`, `a.b(…)`, `super(…)` and the like. */
export function lowerCall(context: LowerContext, node: ts.CallExpression): Expression {
  if (ts.isOptionalChain(node)) return lowerChain(context, node);
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    report(context, node, unsupportedSyntax("`import(…)`"));
    return createUndefined(context, node);
  }
  if (isJsonParse(context, node)) return lowerJsonParse(context, node);
  if (isPrototypeRestoration(context, node)) return lowerThis(context, node);
  const special = lowerPrototypeCall(context, node);
  if (special) return special;
  const invoke = lowerCallee(context, node.expression);
  return invoke(node, lowerArguments(context, node.arguments));
}
