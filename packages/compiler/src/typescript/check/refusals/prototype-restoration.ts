import ts from "typescript";
import { visitRuntimeNodes } from "../runtime-nodes.ts";
import type { RefusalContext } from "./refusal-context.ts";

/**
 * Whether a call of `setPrototypeOf` in a constructor gives the object the prototype that it has already, as code for old engines does
 * after `super(…)`. With the class written out (`X.prototype`) that is so only if classes that extend it do the same.
 */
export function isPrototypeRestoration(call: ts.CallExpression, context: RefusalContext): boolean {
  const owner = findConstructed(call);
  if (!owner || !restores(call, owner, context)) return false;
  if (isNewTarget(call)) return true;
  const symbol = symbolOfClass(owner, context);
  return context
    .listSubclasses()
    .filter(({ base }) => base === symbol)
    .every(({ declaration }) => hasRestoration(declaration, context));
}

/** The class whose constructor a node stands in directly. */
function findConstructed(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  let at: ts.Node = node;
  while (!ts.isSourceFile(at) && (!ts.isFunctionLike(at) || ts.isArrowFunction(at))) at = at.parent;
  return ts.isConstructorDeclaration(at) ? at.parent : undefined;
}

function restores(call: ts.CallExpression, owner: ts.ClassLikeDeclaration, context: RefusalContext): boolean {
  const [target, prototype] = call.arguments;
  if (target?.kind !== ts.SyntaxKind.ThisKeyword || !prototype) return false;
  if (!ts.isPropertyAccessExpression(prototype) || prototype.name.text !== "prototype") return false;
  if (isNewTarget(call)) return true;
  return context.checker.getSymbolAtLocation(prototype.expression) === symbolOfClass(owner, context);
}

/** Whether the second argument is `new.target.prototype`. */
function isNewTarget({ arguments: [, prototype] }: ts.CallExpression): boolean {
  return prototype !== undefined && ts.isPropertyAccessExpression(prototype) && ts.isMetaProperty(prototype.expression);
}

function hasRestoration(owner: ts.ClassLikeDeclaration, context: RefusalContext): boolean {
  let found = false;
  visitRuntimeNodes(owner, (node) => {
    found ||=
      ts.isCallExpression(node) &&
      isSetPrototypeOf(node) &&
      findConstructed(node) === owner &&
      restores(node, owner, context);
  });
  return found;
}

function isSetPrototypeOf({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.name.text === "setPrototypeOf";
}

function symbolOfClass(declaration: ts.ClassLikeDeclaration, { checker }: RefusalContext): ts.Symbol | undefined {
  return declaration.name && checker.getSymbolAtLocation(declaration.name);
}
