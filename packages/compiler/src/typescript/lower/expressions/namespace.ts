import ts from "typescript";
import type { Expression, IrFunction, ObjectMember } from "../../ir/index.ts";
import { createExpression, createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { createFunction } from "../functions/lower-function.ts";
import { skipTransparent } from "../transparent.ts";
import { anonymousShape } from "../types/border-type.ts";
import { valueExportsOf } from "../modules/value-exports.ts";
import { resolveSymbol, symbolOf } from "../variables.ts";
import { isGlobal } from "./global.ts";
import { lowerSymbol } from "./identifier.ts";

/**
 * A namespace, or all of a module (`import * as m`), as a value: an object whose getters give what the exports hold at that time.
 * `m.x` alone needs no object.
 */
export function lowerNamespace(context: LowerContext, node: ts.Node, namespace: ts.Symbol): Expression {
  const exports = valueExportsOf(context, namespace);
  // The keys of a module are sorted, those of a namespace stand in the order of its text.
  const isModule = namespace.valueDeclaration && ts.isSourceFile(namespace.valueDeclaration);
  exports.sort(isModule ? byName : byPlace);
  const members = exports.map(({ name, target }): ObjectMember => {
    return { type: "get", name, function: createGetter(context, node, name, target) };
  });
  const shape = anonymousShape(context.shared, context.shared.checker.getTypeOfSymbol(namespace));
  return createExpression(context, node, { op: "object", shape, members });
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function byPlace(a: { target: ts.Symbol }, b: { target: ts.Symbol }): number {
  return (a.target.valueDeclaration?.pos ?? 0) - (b.target.valueDeclaration?.pos ?? 0);
}

function createGetter(context: LowerContext, node: ts.Node, name: string, symbol: ts.Symbol): IrFunction {
  const getter = createFunction(context, node, name);
  const inner: LowerContext = { ...context, function: getter };
  const value = lowerSymbol(inner, node, symbol);
  getter.body.push(createStatement(inner, node, { type: "return", value }));
  return getter;
}

/** What `m.x` stands for if `m` is a module or namespace. */
export function namespaceMemberOf(context: LowerContext, node: ts.PropertyAccessExpression): ts.Symbol | undefined {
  const object = skipTransparent(node.expression);
  if (!ts.isIdentifier(object) && !ts.isPropertyAccessExpression(object)) return undefined;
  const namespace = symbolOf(context.shared, ts.isIdentifier(object) ? object : object.name);
  if (namespace === undefined || !(namespace.flags & ts.SymbolFlags.ValueModule)) return undefined;
  // What TypeScript declares as a namespace, such as `Reflect`, is an object like the others.
  if (isGlobal(context, namespace)) return undefined;
  const member = namespace.exports?.get(node.name.escapedText as ts.__String);
  // Of what a function or class is merged with a namespace, only the namespace's part is found this way.
  const symbol =
    member ?? context.shared.checker.getExportsOfModule(namespace).find(({ name }) => name === node.name.text);
  if (symbol === undefined) return undefined;
  const target = resolveSymbol(context.shared, symbol);
  const isMember = target.flags & (ts.SymbolFlags.ClassMember | ts.SymbolFlags.EnumMember);
  // The value of an `export default` has no kind of its own.
  const isValue = target.flags & (ts.SymbolFlags.Value | ts.SymbolFlags.Alias);
  return isValue && !isMember ? target : undefined;
}
