import ts from "typescript";
import type { IrClass } from "../../ir/index.ts";
import type { SharedContext } from "../context.ts";
import { inferredName } from "../functions/inferred-name.ts";
import { positionOf } from "../position.ts";

/** The class of a class node. It is there before its members are, so that code and types may refer to it in any order. */
export function classOf(shared: SharedContext, node: ts.ClassLikeDeclaration): IrClass {
  const known = shared.classes.get(node);
  if (known) return known;
  const made: IrClass = {
    type: "class",
    name: node.name?.text ?? inferredName(node),
    base: undefined,
    fields: [],
    initializer: undefined,
    construct: undefined,
    methods: [],
    staticInitializer: undefined,
    staticFields: [],
    generic: (node.typeParameters?.length ?? 0) > 0,
    library: shared.library,
    position: positionOf(node.getSourceFile(), node),
  };
  shared.classes.set(node, made);
  const type = instanceType(shared.checker, node);
  if (type) shared.classTypes.set(made, type);
  return made;
}

function instanceType(checker: ts.TypeChecker, node: ts.ClassLikeDeclaration): ts.Type | undefined {
  if (ts.isClassDeclaration(node)) return checker.getTypeAtLocation(node);
  const { symbol } = checker.getTypeAtLocation(node);
  return symbol && checker.getDeclaredTypeOfSymbol(symbol);
}
