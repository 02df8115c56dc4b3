import type { Expression, Label, Statement } from "../ir/index.ts";
import type { Coroutine } from "./coroutine.ts";

/** Statements without stops, whose jumps and returns become those of the function that is resumed. */
export function rewriteStatements(coroutine: Coroutine, statements: readonly Statement[]): Statement[] {
  return statements.flatMap((statement) => rewrite(coroutine, statement));
}

function rewrite(coroutine: Coroutine, statement: Statement): Statement[] {
  const within = (body: readonly Statement[]): Statement[] => rewriteStatements(coroutine, body);
  const guarded = (body: readonly Statement[]): Statement[] => {
    coroutine.guards++;
    const statements = within(body);
    coroutine.guards--;
    return statements;
  };
  switch (statement.type) {
    case "return":
      return leave(coroutine, statement.value);
    case "break":
      return jump(coroutine, statement.label);
    case "block":
      if (statement.label) enterLabel(coroutine, statement.label);
      return [{ ...statement, body: within(statement.body) }];
    case "if":
      return [{ ...statement, then: within(statement.then), otherwise: within(statement.otherwise) }];
    case "loop":
      enterLabel(coroutine, statement.label);
      enterLabel(coroutine, statement.continueLabel);
      return [{ ...statement, body: within(statement.body), update: within(statement.update) }];
    case "forOf":
      enterLabel(coroutine, statement.label);
      enterLabel(coroutine, statement.continueLabel);
      return [{ ...statement, body: guarded(statement.body) }];
    case "switch":
      enterLabel(coroutine, statement.label);
      return [{ ...statement, cases: statement.cases.map(({ test, body }) => ({ test, body: within(body) })) }];
    case "try": {
      const inside = statement.finallyBody ? guarded : within;
      return [
        {
          ...statement,
          body: inside(statement.body),
          catchBody: statement.catchBody && inside(statement.catchBody),
          finallyBody: statement.finallyBody && within(statement.finallyBody),
        },
      ];
    }
    default:
      return [statement];
  }
}

/** Notes how much protection there is around a label. */
export function enterLabel(coroutine: Coroutine, label: Label): void {
  coroutine.depths.set(label, coroutine.protections.length);
}

/** A `break`, through the code that sees to it on the way. */
export function jump(coroutine: Coroutine, label: Label): Statement[] {
  const { build, protections, depths } = coroutine;
  const inner = protections.at(-1);
  if (!inner || protections.length <= (depths.get(label) ?? 0)) return [build.statement({ type: "break", label })];
  let index = inner.jumps.indexOf(label);
  if (index < 0) index = inner.jumps.push(label) - 1;
  return [build.set(inner.completion, build.number(index + 1)), build.statement({ type: "break", label: inner.label })];
}

/** A `return`. If something is to be done on the way, the value waits for that. */
export function leave(coroutine: Coroutine, value: Expression | undefined): Statement[] {
  const { build, protections, guards, end, kind } = coroutine;
  if (protections.length === 0 && guards === 0) return kind.finish(value);
  end.used = true;
  return [build.set(end.result, value ?? build.undefined()), ...jump(coroutine, end.label)];
}
