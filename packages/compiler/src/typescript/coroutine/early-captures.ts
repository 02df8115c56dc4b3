import type { IrVariable, Statement, StatementOf } from "../ir/index.ts";
import { useInside } from "./segments.ts";
import type { StatementList } from "./statement-list.ts";
import { walkExpression, walkStatement } from "../ir/walk.ts";

/**
 * A function may use a variable that is declared behind it, perhaps behind a stop. Such variables are made at the start of their list, and
 * their declarations become assignments, so that both mean one variable.
 */
export function openEarly(list: StatementList, statements: readonly Statement[]): readonly Statement[] {
  const { build } = list.coroutine;
  const used = new Set<IrVariable>();
  const early = new Set<Statement>();
  for (const statement of statements) {
    if (statement.type === "declare" && used.has(statement.variable) && !renews(statement)) early.add(statement);
    walkStatement(statement, { function: (inner) => useInside(inner, (variable) => used.add(variable), new Set()) });
  }
  if (early.size === 0) return statements;
  return [
    ...[...early].flatMap((statement) =>
      statement.type === "declare" ? [build.declare(statement.variable, build.intrinsic("$nothing"))] : [],
    ),
    ...statements.map((statement) => {
      if (statement.type !== "declare" || !early.has(statement)) return statement;
      return build.set(statement.variable, statement.value ?? build.undefined());
    }),
  ];
}

/** Whether it gives the variable its own value anew. */
function renews({ variable, value }: StatementOf<"declare">): boolean {
  let found = false;
  if (value) walkExpression(value, { variable: (used) => void (found ||= used === variable) });
  return found;
}
