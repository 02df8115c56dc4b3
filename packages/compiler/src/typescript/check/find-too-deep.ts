import ts from "typescript";

/** Most syntax nodes in one another. Operators in a row (`a + b + c`) count as one. */
const MAX_DEPTH = 1000;

/** Most brackets in one another: TypeScript's time grows with the cube of it in literals. */
export const MAX_BRACKETS = 200;

const brackets: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ArrayBindingPattern,
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.Block,
  ts.SyntaxKind.ClassExpression,
  ts.SyntaxKind.ModuleBlock,
  ts.SyntaxKind.ObjectBindingPattern,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.ParenthesizedExpression,
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.TupleType,
  ts.SyntaxKind.TypeLiteral,
  ts.SyntaxKind.TypeReference,
]);

/**
 * The first node that nests deeper than the compiler can bear. A fixed limit makes that a property of the text: without one it would depend
 * on the stack of the thread, and some nests would take minutes.
 */
export function findTooDeep(file: ts.SourceFile): ts.Node | undefined {
  const visit = (node: ts.Node, depth: number, nesting: number): ts.Node | undefined => {
    if (depth > MAX_DEPTH || nesting > MAX_BRACKETS) return node;
    let at = node;
    while (ts.isBinaryExpression(at)) {
      const found = visit(at.right, depth + 1, nesting);
      if (found) return found;
      at = at.left;
    }
    const inner = brackets.has(at.kind) ? nesting + 1 : nesting;
    return ts.forEachChild(at, (child) => visit(child, depth + 1, inner));
  };
  return visit(file, 0, 0);
}
