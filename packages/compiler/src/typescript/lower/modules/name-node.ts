import ts from "typescript";

/** The node that stands for a declaration's name: of `export default function () {}` it is the `default`. */
export function nameNodeOf(node: ts.FunctionDeclaration | ts.ClassDeclaration): ts.Node {
  return node.name ?? node.modifiers?.find((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? node;
}
