import type { Label, Statement, StatementOf } from "../ir/index.ts";
import type { Coroutine } from "./coroutine.ts";
import { rewriteStatements } from "./jumps.ts";
import type { Handler } from "./protect.ts";
import { lowerList } from "./statement-list.ts";
import { suspendsAny } from "./suspends.ts";

/** Statements that run through or have stops inside. */
export function lowerBody(coroutine: Coroutine, statements: readonly Statement[]): Statement[] {
  if (suspendsAny(statements)) return lowerList(coroutine, statements);
  return coroutine.segments.add(rewriteStatements(coroutine, statements));
}

/**
 * `try` and `catch`, with stops in either. A handler with stops stands behind the `try`, since it is to be entered without anything being
 * thrown; the `try` is then left at once if it ends by itself.
 */
export function lowerTryCatch(coroutine: Coroutine, body: readonly Statement[], handler: Handler): Statement[] {
  const { build, segments } = coroutine;
  const tried = lowerBody(coroutine, body);
  const { stops } = coroutine;
  const position = build.position;
  if (!suspendsAny(handler.body)) {
    const catchBody = rewriteStatements(coroutine, handler.body);
    const made = createTry(coroutine, handler, catchBody);
    segments.add([made]);
    return [{ ...made, body: tried }];
  }
  const done: Label = { name: "done" };
  const made = createTry(coroutine, handler, []);
  segments.add([made]);
  const handled = lowerList(coroutine, handler.body);
  build.position = position;
  const attempt = build.if(build.compare("<=", build.read(coroutine.at), build.number(stops)), [
    { ...made, body: [...tried, build.break(done)] },
  ]);
  return [build.statement({ type: "block", label: done, body: [attempt, ...handled] })];
}

function createTry({ build }: Coroutine, { variable }: Handler, catchBody: Statement[]): StatementOf<"try"> {
  const fields = { body: [], catchVariable: variable, catchBody, finallyBody: undefined };
  return { type: "try", position: build.position, ...fields };
}
