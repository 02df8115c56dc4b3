import type { StatementOf } from "../ir/index.ts";
import { spillInto } from "./append.ts";
import { appendForAwait } from "./append-for-await.ts";
import { enterLabel } from "./jumps.ts";
import { appendProtected, carryOut } from "./protect.ts";
import { StatementList } from "./statement-list.ts";
import { suspends, suspendsAny } from "./suspends.ts";

/** `for…of` with stops inside: a loop over an iterator of the library, which is told if the loop is left before its end. */
export function appendForOf(list: StatementList, statement: StatementOf<"forOf">): void {
  if (statement.await) return appendForAwait(list, statement);
  const { coroutine } = list;
  const { build } = coroutine;
  const iterable = suspends(statement.iterable) ? spillInto(list, statement.iterable) : statement.iterable;
  if (!suspendsAny(statement.body)) return list.straight({ ...statement, iterable });
  const { label, continueLabel, variable, body } = statement;
  build.position = statement.position;
  const iterator = build.temporary("iterator");
  const caught = build.temporary("caught");
  list.straight(build.declare(iterator, build.callLibrary("iteratorOf", iterable)));
  enterLabel(coroutine, label);
  list.compound(() => {
    const turn = new StatementList(coroutine);
    turn.straight(build.if(build.not(build.callMethod(build.read(iterator), "step")), [build.break(label)]));
    const each = [
      build.declare(variable, build.property(build.read(iterator), "current")),
      build.statement({ type: "block", label: continueLabel, body }),
    ];
    const protection = appendProtected(turn, each, () => ({
      variable: caught,
      body: [build.run(build.callLibrary("closeAfterThrow", build.read(iterator))), build.throw(build.read(caught))],
    }));
    if (protection.jumps.length > 0) {
      turn.straight(
        build.if(build.compare("!==", build.read(protection.completion), build.number(0)), [
          build.run(build.callLibrary("closeIterator", build.read(iterator))),
          ...carryOut(coroutine, protection),
        ]),
      );
    }
    return [build.endless(label, turn.finish())];
  });
}
