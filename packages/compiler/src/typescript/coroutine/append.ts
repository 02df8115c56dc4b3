import type { Statement, StatementOf } from "../ir/index.ts";
import { appendBlock, appendIf, appendLoop, appendSwitch, appendTry } from "./append-control.ts";
import { appendForOf } from "./append-for-of.ts";
import type { Suspension } from "./coroutine.ts";
import { spill } from "./spill.ts";
import type { StatementList } from "./statement-list.ts";
import { suspends, suspendsStatement } from "./suspends.ts";

type Appenders = { [Type in Statement["type"]]: (list: StatementList, statement: StatementOf<Type>) => void };

const appenders: Appenders = {
  expression(list, statement) {
    const { expression } = statement;
    if (isSuspension(expression)) return appendStop(list, expression, undefined);
    const value = spillInto(list, expression);
    if (value.op !== "get") list.straight({ ...statement, expression: value });
  },
  declare(list, statement) {
    const { variable, value } = statement;
    if (!value) return list.straight(statement);
    if (isSuspension(value)) return appendStop(list, value, variable);
    list.straight({ ...statement, value: spillInto(list, value) });
  },
  return(list, statement) {
    list.straight({ ...statement, value: statement.value && spillInto(list, statement.value) });
  },
  throw(list, statement) {
    list.straight({ ...statement, value: spillInto(list, statement.value) });
  },
  block: appendBlock,
  if: appendIf,
  loop: appendLoop,
  forOf: appendForOf,
  switch: appendSwitch,
  try: appendTry,
  declareClass(list, statement) {
    const { base } = statement.class;
    if (base) statement.class.base = spillInto(list, base);
    list.straight(statement);
  },
  declareFunction: (list, statement) => list.straight(statement),
  break: (list, statement) => list.straight(statement),
};

/** Adds a statement to a list, taken apart if it has stops inside. */
export function appendStatement(list: StatementList, statement: Statement): void {
  list.coroutine.build.position = statement.position;
  if (!suspendsStatement(statement)) return list.straight(statement);
  const append = appenders[statement.type] as (list: StatementList, statement: Statement) => void;
  append(list, statement);
}

/** Adds what must run before an expression, which then has no stops any more. */
export function spillInto(list: StatementList, expression: Parameters<typeof spill>[1]): ReturnType<typeof spill> {
  const before: Statement[] = [];
  const value = spill(list.coroutine, expression, before);
  for (const statement of before) appendStatement(list, statement);
  return value;
}

function isSuspension(expression: Parameters<typeof spill>[1]): expression is Suspension {
  return expression.op === "await" || expression.op === "yield";
}

function appendStop(
  list: StatementList,
  suspension: Suspension,
  result: StatementOf<"declare">["variable"] | undefined,
): void {
  const { coroutine } = list;
  if (suspends(suspension.value)) suspension.value = spillInto(list, suspension.value);
  if (suspension.op === "yield" && suspension.delegate) {
    const variable = result ?? coroutine.build.temporary("result");
    for (const statement of coroutine.kind.delegate(suspension.value, variable)) appendStatement(list, statement);
    return;
  }
  list.stop(suspension, result);
}
