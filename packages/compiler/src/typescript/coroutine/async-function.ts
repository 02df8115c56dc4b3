import type { Expression, IrFunction, IrVariable, Statement } from "../ir/index.ts";
import { Builder } from "./build.ts";
import type { Coroutine, CoroutineKind, Stop, Suspension } from "./coroutine.ts";
import { lowerResumed } from "./resumed.ts";
import { lowerThrough } from "./through.ts";
import { suspendsAny } from "./suspends.ts";
import { createShell } from "./shell.ts";

/**
 * An async function makes a promise and a function that runs its code up to the next `await`, where it has itself called again once the awaited promise has
 * ended. If it never awaits, its code stays where it is.
 */
export function lowerAsyncFunction(definition: IrFunction): void {
  const { body } = definition;
  if (!suspendsAny(body)) return lowerThrough(definition);
  const { outer, resumed } = createShell(definition);
  const promise = outer.temporary("promise");
  const resume = outer.temporary("resume");
  const inner = new Builder(resumed);
  resumed.body = lowerResumed(inner, body, (coroutine) => asyncKind(coroutine, promise, resume));
  resumed.body = [settling(inner, promise, resumed.body)];
  definition.body = [
    outer.declare(promise, outer.create("Promise", outer.number(0))),
    outer.declare(resume, outer.expression({ op: "closure", function: resumed })),
    outer.run(outer.expression({ op: "call", callee: outer.read(resume), arguments: [] })),
    outer.return(outer.read(promise)),
  ];
}

/** Statements of which what they throw rejects the promise. */
export function settling(build: Builder, promise: IrVariable, body: Statement[]): Statement {
  const error = build.temporary("error");
  return build.statement({
    type: "try",
    body,
    catchVariable: error,
    catchBody: [
      build.run(build.callMethod(build.intrinsic("$asBase", build.read(promise)), "@@reject", build.read(error))),
    ],
    finallyBody: undefined,
  });
}

/** Has a promise end with the value. */
export function resolve(build: Builder, promise: IrVariable, value: Expression | undefined): Statement {
  return build.run(build.callMethod(build.read(promise), "@@resolve", value ?? build.undefined()));
}

/** How `await` stops: whoever resumes it is the awaited promise. */
export function stopAtAwait(build: Builder, { value }: Suspension, resume: IrVariable): Stop {
  const awaited = build.temporary("awaited");
  return {
    prepare: [build.declare(awaited, build.callLibrary("awaited", value))],
    arrange: [
      build.run(build.callMethod(build.intrinsic("$asBase", build.read(awaited)), "@@react", build.read(resume))),
    ],
    resume: [],
    value: build.callMethod(build.read(awaited), "@@outcome"),
    isNeeded: true,
  };
}

function asyncKind({ build }: Coroutine, promise: IrVariable, resume: IrVariable): CoroutineKind {
  return {
    stop: (suspension) => stopAtAwait(build, suspension, resume),
    stopped: () => undefined,
    finish: (value) => [resolve(build, promise, value), build.return(undefined)],
    delegate() {
      throw new Error("yield stands in generators");
    },
  };
}
