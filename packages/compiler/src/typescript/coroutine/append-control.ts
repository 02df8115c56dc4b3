import type { Expression, Statement, StatementOf } from "../ir/index.ts";
import { appendStatement, spillInto } from "./append.ts";
import { enterLabel } from "./jumps.ts";
import { appendProtected, carryOut } from "./protect.ts";
import type { StatementList } from "./statement-list.ts";
import { lowerList } from "./statement-list.ts";
import { suspends, suspendsAny } from "./suspends.ts";
import { lowerBody, lowerTryCatch } from "./try-catch.ts";

/** What the completion of a `try` with `finally` is after something has been thrown. */
const THROWN = -1;

/** A block with stops inside. */
export function appendBlock(list: StatementList, { label, body }: StatementOf<"block">): void {
  const { coroutine } = list;
  if (label) enterLabel(coroutine, label);
  list.compound(() => [coroutine.build.statement({ type: "block", label, body: lowerList(coroutine, body) })]);
}

/** A choice with stops in a branch, or in the test. When it is entered anew, the number of the stop says which branch it is. */
export function appendIf(list: StatementList, statement: StatementOf<"if">): void {
  const { coroutine } = list;
  const { build, at } = coroutine;
  const { then, otherwise } = statement;
  const test = suspends(statement.test) ? spillInto(list, statement.test) : statement.test;
  if (!suspendsAny(then) && !suspendsAny(otherwise)) return list.straight({ ...statement, test });
  list.compound(() => {
    coroutine.segments.add([build.run(test)]);
    const thenBody = lowerBody(coroutine, then);
    const lastThen = coroutine.stops;
    const otherwiseBody = lowerBody(coroutine, otherwise);
    build.position = statement.position;
    const isFresh = (operator: "===" | "!=="): Expression => build.compare(operator, build.read(at), build.number(0));
    let entered: Expression;
    if (!suspendsAny(otherwise)) {
      entered = build.expression({ op: "logical", operator: "||", left: isFresh("!=="), right: test });
    } else if (!suspendsAny(then)) {
      entered = build.expression({ op: "logical", operator: "&&", left: isFresh("==="), right: test });
    } else {
      const resumed = build.compare("<=", build.read(at), build.number(lastThen));
      entered = build.expression({ op: "conditional", test: isFresh("==="), then: test, otherwise: resumed });
    }
    return [build.if(entered, thenBody, otherwiseBody)];
  });
}

/** A loop with stops inside: an endless one whose test is part of what is repeated. */
export function appendLoop(list: StatementList, statement: StatementOf<"loop">): void {
  const { coroutine } = list;
  const { build } = coroutine;
  const { label, continueLabel, testAtEnd, body, update } = statement;
  enterLabel(coroutine, label);
  const test = statement.test ? [build.if(build.not(statement.test), [build.break(label)])] : [];
  const parts: Statement[] = [
    ...(testAtEnd ? [] : test),
    build.statement({ type: "block", label: continueLabel, body }),
    ...(update.length > 0 ? [build.statement({ type: "block", label: undefined, body: update })] : []),
    ...(testAtEnd ? test : []),
  ];
  list.compound(() => [build.endless(label, lowerList(coroutine, parts))]);
}

/** `switch` with stops inside: first the number of the case is found, then the cases from there on run. */
export function appendSwitch(list: StatementList, { label, value, cases }: StatementOf<"switch">): void {
  const { build } = list.coroutine;
  const tested = build.temporary("tested");
  const chosen = build.temporary("chosen");
  const standard = cases.findIndex(({ test }) => !test);
  const find = (from: number): Statement[] => {
    const index = cases.findIndex(({ test }, at) => at >= from && test);
    const test = cases[index]?.test;
    if (!test) return [build.set(chosen, build.number(standard < 0 ? cases.length : standard))];
    const isThis = build.compare("===", build.read(tested), test);
    return [build.if(isThis, [build.set(chosen, build.number(index))], find(index + 1))];
  };
  const bodies = cases.flatMap(({ body }, index) =>
    body.length > 0 ? [build.if(build.compare("<=", build.read(chosen), build.number(index)), body)] : [],
  );
  appendStatement(
    list,
    build.statement({ type: "block", label, body: [build.declare(tested, value), ...find(0), ...bodies] }),
  );
}

/** `try` with stops inside. */
export function appendTry(list: StatementList, statement: StatementOf<"try">): void {
  const { coroutine } = list;
  const { build } = coroutine;
  const { body, catchVariable, catchBody, finallyBody } = statement;
  if (!finallyBody) {
    list.compound(() => lowerTryCatch(coroutine, body, { variable: catchVariable, body: catchBody ?? [] }));
    return;
  }
  const thrown = build.temporary("thrown");
  const caught = build.temporary("caught");
  const protectedBody: Statement[] = catchBody
    ? [build.statement({ type: "try", body, catchVariable, catchBody, finallyBody: undefined })]
    : body;
  const protection = appendProtected(list, protectedBody, ({ completion }) => ({
    variable: caught,
    body: [build.set(completion, build.number(THROWN)), build.set(thrown, build.read(caught))],
  }));
  appendStatement(list, build.statement({ type: "block", label: undefined, body: finallyBody }));
  build.position = statement.position;
  const wasThrown = build.compare("===", build.read(protection.completion), build.number(THROWN));
  list.straight(build.if(wasThrown, [build.throw(build.read(thrown))]), ...carryOut(coroutine, protection));
}
