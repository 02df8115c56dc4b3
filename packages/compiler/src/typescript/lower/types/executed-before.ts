import ts from "typescript";

/** The children of a node that run before one of them, the last first. */
export function executedBefore(parent: ts.Node, child: ts.Node): ts.Node[] {
  if (ts.isIfStatement(parent)) return child === parent.expression ? [] : [parent.expression];
  if (ts.isConditionalExpression(parent)) return child === parent.condition ? [] : [parent.condition];
  if (ts.isForStatement(parent)) {
    if (child === parent.initializer) return [];
    const body = child === parent.incrementor ? [parent.statement] : [];
    const test = child === parent.condition || !parent.condition ? [] : [parent.condition];
    return [...body, ...test, ...(child === parent.condition && parent.initializer ? [parent.initializer] : [])];
  }
  const children: ts.Node[] = [];
  ts.forEachChild(parent, (each) => void children.push(each));
  const before = children.slice(0, Math.max(0, children.indexOf(child))).reverse();
  if (!ts.isCaseBlock(parent)) return before;
  // Clauses that end with a jump do not run into the next, but their tests run.
  return before.flatMap((clause) => {
    const { statements } = clause as ts.CaseOrDefaultClause;
    const test = ts.isCaseClause(clause) ? [clause.expression] : [];
    return statements.length === 0 || leaves(statements[statements.length - 1]) ? test : [clause];
  });
}

/** Whether what follows a statement does not run after it. */
export function leaves(statement: ts.Statement | undefined): boolean {
  if (statement === undefined) return false;
  if (ts.isBlock(statement)) return leaves(statement.statements[statement.statements.length - 1]);
  if (ts.isIfStatement(statement)) return leaves(statement.thenStatement) && leaves(statement.elseStatement);
  return (
    ts.isReturnStatement(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isBreakStatement(statement) ||
    ts.isContinueStatement(statement)
  );
}
