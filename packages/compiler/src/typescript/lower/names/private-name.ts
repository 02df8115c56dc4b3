import ts from "typescript";
import type { LowerContext } from "../context.ts";

/**
 * The name that the intermediate form has for `#name`, which no key in a program is. Objects have one set of fields, so where a class and one that it extends
 * both declare the name, the lower one's gets a number.
 */
export function privateNameOf(context: LowerContext, name: ts.PrivateIdentifier): string {
  const symbol = context.shared.checker.getSymbolAtLocation(name);
  const owner = symbol?.valueDeclaration?.parent;
  if (owner === undefined || !ts.isClassLike(owner)) return `@@${name.text}`;
  const { checker } = context.shared;
  let depth = 0;
  const pending = basesOf(checker, instanceTypeOf(checker, owner));
  for (let base = pending.pop(); base !== undefined; base = pending.pop()) {
    if (declares(base, name.text)) depth++;
    pending.push(...basesOf(checker, base));
  }
  return depth === 0 ? `@@${name.text}` : `@@${name.text}@${depth}`;
}

function instanceTypeOf(checker: ts.TypeChecker, node: ts.ClassLikeDeclaration): ts.Type {
  const type = checker.getTypeAtLocation(node);
  const [signature] = type.getConstructSignatures();
  return ts.isClassExpression(node) && signature ? signature.getReturnType() : type;
}

/** An instantiated class has the bases of the class that it is an instance of. */
function basesOf(checker: ts.TypeChecker, type: ts.Type): ts.Type[] {
  if (type.isIntersection()) return [...type.types];
  const target = (type as ts.TypeReference).target ?? type;
  // A copy, since the checker hands out its own array.
  return target.isClass() ? [...checker.getBaseTypes(target)] : [];
}

function declares(type: ts.Type, name: string): boolean {
  const declarations = type.symbol?.declarations ?? [];
  return declarations.some(
    (node) =>
      ts.isClassLike(node) &&
      node.members.some((member) => member.name && ts.isPrivateIdentifier(member.name) && member.name.text === name),
  );
}
