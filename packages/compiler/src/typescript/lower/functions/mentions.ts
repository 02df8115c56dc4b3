import ts from "typescript";

/** Whether a function uses its receiver, itself or in an arrow function. */
export function mentionsThis(node: ts.Node): boolean {
  return mentions(node, (each) => each.kind === ts.SyntaxKind.ThisKeyword || each.kind === ts.SyntaxKind.SuperKeyword);
}

/** Whether a function asks for `arguments`, itself or in an arrow function. */
export function mentionsArguments(node: ts.Node): boolean {
  return mentions(node, (each) => ts.isIdentifier(each) && each.text === "arguments" && !isPropertyName(each));
}

/** Whether a module waits for a promise outside of all functions. */
export function awaitsAtTopLevel(source: ts.SourceFile): boolean {
  return search(
    source,
    (each) => ts.isAwaitExpression(each) || (ts.isForOfStatement(each) && each.awaitModifier !== undefined),
    (each) => ts.isFunctionLike(each),
  );
}

function mentions(node: ts.Node, test: (node: ts.Node) => boolean): boolean {
  return search(node, test, hasOwnReceiver);
}

/** Computed names and the base of a class see the receiver around it, but the parser's order does not matter here: in doubt there is a receiver. */
function hasOwnReceiver(node: ts.Node): boolean {
  if (ts.isTypeNode(node)) return !ts.isExpressionWithTypeArguments(node);
  return (
    (ts.isFunctionLike(node) && !ts.isArrowFunction(node)) ||
    ts.isPropertyDeclaration(node) ||
    ts.isClassStaticBlockDeclaration(node)
  );
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (ts.isPropertyAssignment(parent) || ts.isClassElement(parent)) && parent.name === node;
}

/** Whether any node below passes the test, without those that are left out. Without recursion: a row of operators is a deep tree. */
function search(node: ts.Node, test: (node: ts.Node) => boolean, isOutside: (node: ts.Node) => boolean): boolean {
  const waiting = [node];
  const visit = (child: ts.Node): true | undefined => {
    if (test(child)) return true;
    if (!isOutside(child)) waiting.push(child);
    return undefined;
  };
  for (let next = waiting.pop(); next; next = waiting.pop()) if (ts.forEachChild(next, visit)) return true;
  return false;
}
