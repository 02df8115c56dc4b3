import type { Expression, Statement } from "../ir/index.ts";
import { walkExpression, walkStatements } from "../ir/walk.ts";

const known = new WeakMap<object, boolean>();

/** Whether running an expression can stop at an `await` or `yield` of the function itself. */
export function suspends(expression: Expression): boolean {
  return remember(expression, (found) =>
    walkExpression(expression, {
      expression: ({ op }) => found(op === "await" || op === "yield"),
      statement: forAwait(found),
    }),
  );
}

/** Whether running a statement can stop at an `await` or `yield` of the function itself. */
export function suspendsStatement(statement: Statement): boolean {
  return remember(statement, (found) =>
    walkStatements([statement], {
      expression: ({ op }) => found(op === "await" || op === "yield"),
      statement: forAwait(found),
    }),
  );
}

/** Whether running any of the statements can stop. */
export function suspendsAny(statements: readonly Statement[] | undefined): boolean {
  return statements?.some(suspendsStatement) ?? false;
}

function forAwait(found: (is: boolean) => void): (statement: Statement) => void {
  return (statement) => found(statement.type === "forOf" && statement.await);
}

function remember(key: object, search: (found: (is: boolean) => void) => void): boolean {
  const before = known.get(key);
  if (before !== undefined) return before;
  let result = false;
  search((is) => void (result ||= is));
  known.set(key, result);
  return result;
}
