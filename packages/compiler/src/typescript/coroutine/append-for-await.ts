import type { StatementOf } from "../ir/index.ts";
import { appendStatement, spillInto } from "./append.ts";
import { enterLabel } from "./jumps.ts";
import { appendProtected, carryOut } from "./protect.ts";
import { StatementList } from "./statement-list.ts";
import { suspends } from "./suspends.ts";

/** `for await`: each result of the iterator is awaited, and what it does when the loop is left before its end. */
export function appendForAwait(list: StatementList, statement: StatementOf<"forOf">): void {
  const { coroutine } = list;
  const { build } = coroutine;
  const { label, continueLabel, variable, body } = statement;
  const iterable = suspends(statement.iterable) ? spillInto(list, statement.iterable) : statement.iterable;
  build.position = statement.position;
  const iterator = build.temporary("iterator");
  const caught = build.temporary("caught");
  const result = build.temporary("result");
  list.straight(build.declare(iterator, build.callLibrary("asyncIteratorOf", iterable)));
  enterLabel(coroutine, label);
  list.compound(() => {
    const turn = new StatementList(coroutine);
    const next = build.callMethod(build.read(iterator), "next");
    appendStatement(turn, build.declare(result, build.expression({ op: "await", value: next })));
    turn.straight(build.if(build.callLibrary("isDone", build.read(result)), [build.break(label)]));
    const each = [
      build.declare(variable, build.property(build.read(result), "value")),
      build.statement({ type: "block", label: continueLabel, body }),
    ];
    const protection = appendProtected(turn, each, () => ({
      variable: caught,
      body: [
        build.statement({
          type: "try",
          body: [ifClosable([build.run(close())])],
          catchVariable: undefined,
          catchBody: [],
          finallyBody: undefined,
        }),
        build.throw(build.read(caught)),
      ],
    }));
    if (protection.jumps.length > 0) {
      appendStatement(
        turn,
        build.if(build.compare("!==", build.read(protection.completion), build.number(0)), [
          ifClosable([build.run(build.callLibrary("checkResult", close()))]),
          ...carryOut(coroutine, protection),
        ]),
      );
    }
    return [build.endless(label, turn.finish())];
  });

  function ifClosable(then: ReturnType<typeof build.run>[]): ReturnType<typeof build.if> {
    return build.if(build.callLibrary("isClosable", build.read(iterator)), then);
  }

  function close(): ReturnType<typeof build.expression> {
    return build.expression({ op: "await", value: build.callMethod(build.read(iterator), "return") });
  }
}
