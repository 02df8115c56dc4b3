import ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { guardedNames } from "../../check/guarded-names.ts";
import {
  callLibrary,
  createExpression,
  createNumber,
  createString,
  createUndefined,
  readVariable,
} from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { guardRead } from "../initialization/guards.ts";
import { report, undefinedName, unsupportedArguments } from "../messages.ts";
import { isNamespace } from "../modules/is-namespace.ts";
import { constantNameOf } from "../names/constant-name.ts";
import { isAmbient, symbolOf, valueDeclarationOf, variableOf } from "../variables.ts";
import { isGlobal, isGlobalThis } from "./global.ts";
import { lowerNamespace } from "./namespace.ts";
import { narrowed } from "./narrowed.ts";

/** A name in an expression. */
export function lowerIdentifier(context: LowerContext, node: ts.Identifier): Expression {
  const symbol = symbolOf(context.shared, node);
  if (symbol === undefined) return lowerUnknown(context, node);
  const { checker } = context.shared;
  if (checker.isUndefinedSymbol(symbol)) return createUndefined(context, node);
  if (checker.isArgumentsSymbol(symbol)) return lowerArguments(context, node);
  if (isGlobalThis(context, node)) {
    return callLibrary(context, node, "globalObject", []);
  }
  return narrowed(context, node, lowerSymbol(context, node, symbol));
}

/** A name that the checker does not know, of which it has complained. The library's own source is checked without declarations of globals. */
function lowerUnknown(context: LowerContext, node: ts.Identifier): Expression {
  const { library } = context.shared;
  return library && CONSTANTS.has(node.text) ? lowerGlobal(context, node, node.text) : createUndefined(context, node);
}

const CONSTANTS: ReadonlySet<string> = new Set(["NaN", "Infinity"]);

/** The value that a resolved symbol stands for. */
export function lowerSymbol(context: LowerContext, node: ts.Node, symbol: ts.Symbol): Expression {
  const declaration = valueDeclarationOf(symbol);
  if (declaration && ts.isEnumMember(declaration)) {
    const value = context.shared.checker.getConstantValue(declaration);
    if (value !== undefined) return lowerConstant(context, node, value);
    return lowerMember(context, node, declaration);
  }
  if (isGlobal(context, symbol)) return lowerGlobal(context, node, symbol.name);
  if (declaration && isAmbient(declaration)) {
    if (!guardedNames(context.source).has(symbol.name)) report(context, node, undefinedName(symbol.name));
    return createUndefined(context, node);
  }
  if (isNamespace(symbol)) return lowerNamespace(context, node, symbol);
  const variable = variableOf(context, symbol);
  if (!variable) return createUndefined(context, node);
  return guardRead(context, node, symbol, readVariable(context, node, variable));
}

/** A member of an enum, named by itself in another member of that enum. */
function lowerMember(context: LowerContext, node: ts.Node, member: ts.EnumMember): Expression {
  const symbol = symbolOf(context.shared, member.parent.name);
  const object = symbol ? lowerSymbol(context, node, symbol) : createUndefined(context, node);
  const name = constantNameOf(context, member.name) ?? "";
  return createExpression(context, node, { op: "property", object, name });
}

/** A number or string that the checker has worked out. */
export function lowerConstant(context: LowerContext, node: ts.Node, value: string | number): Expression {
  return typeof value === "string" ? createString(context, node, value) : createNumber(context, node, value);
}

/** What TypeScript declares and the library has not: it is `undefined`, which is what code that can do without it asks for. */
const MISSING: ReadonlySet<string> = new Set(["Atomics", "FinalizationRegistry", "SharedArrayBuffer"]);

/** A name of JavaScript's own. */
export function lowerGlobal(context: LowerContext, node: ts.Node, name: string): Expression {
  if (name === "undefined" || MISSING.has(name)) return createUndefined(context, node);
  if (name === "NaN") return createNumber(context, node, Number.NaN);
  if (name === "Infinity") return createNumber(context, node, Number.POSITIVE_INFINITY);
  return createExpression(context, node, { op: "library", name });
}

function lowerArguments(context: LowerContext, node: ts.Node): Expression {
  if (context.argumentsVariable) return readVariable(context, node, context.argumentsVariable);
  report(context, node, unsupportedArguments());
  return createUndefined(context, node);
}
