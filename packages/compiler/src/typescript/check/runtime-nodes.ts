import ts from "typescript";

/** Visits the children of a node that are there at run time: no types, and nothing that is only declared. */
export function forEachRuntimeChild(node: ts.Node, visit: (child: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    if (ts.isExpressionWithTypeArguments(child)) {
      if (!isImplements(child)) visit(child.expression);
    } else if (!isErased(child)) {
      visit(child);
    }
  });
}

function isImplements({ parent }: ts.ExpressionWithTypeArguments): boolean {
  return ts.isHeritageClause(parent) && parent.token === ts.SyntaxKind.ImplementsKeyword;
}

function isErased(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || isDeclared(node);
}

/** Whether a node has the modifier `declare`. */
function isDeclared(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true
  );
}
