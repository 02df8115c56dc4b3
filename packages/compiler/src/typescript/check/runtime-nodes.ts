import ts from "typescript";

/**
 * Visits a node and all inside it that is there at run time, in no certain order: no types, and nothing that is only declared. It
 * keeps its own stack, since operators in a row nest as deep as there are of them.
 */
export function visitRuntimeNodes(root: ts.Node, visit: (node: ts.Node) => void): void {
  const waiting = [root];
  const add = (child: ts.Node): void => {
    if (ts.isExpressionWithTypeArguments(child)) {
      if (!isImplemented(child)) waiting.push(child.expression);
    } else if (!isErased(child)) {
      waiting.push(child);
    }
  };
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node);
    ts.forEachChild(node, add);
  }
}

function isImplemented({ parent }: ts.ExpressionWithTypeArguments): boolean {
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
