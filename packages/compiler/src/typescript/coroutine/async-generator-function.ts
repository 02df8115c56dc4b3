import type { Expression, IrFunction, IrVariable, Statement } from "../ir/index.ts";
import { walkStatements } from "../ir/walk.ts";
import { stopAtAwait } from "./async-function.ts";
import { Builder } from "./build.ts";
import type { Coroutine, CoroutineKind, Stop, Suspension } from "./coroutine.ts";
import { lowerResumed } from "./resumed.ts";
import { createShell } from "./shell.ts";

/**
 * An async generator function makes an object of the library, and a function that runs its code up to the next `await` or `yield`. Both what it
 * yields and what it returns are awaited first.
 */
export function lowerAsyncGeneratorFunction(definition: IrFunction): void {
  const { body } = definition;
  awaitResults(definition);
  const { outer, resumed } = createShell(definition);
  const generator = outer.temporary("generator");
  const resume = outer.temporary("resume");
  const inner = new Builder(resumed);
  const code = lowerResumed(inner, body, (coroutine) => asyncGeneratorKind(coroutine, generator, resume));
  resumed.body = [failing(inner, generator, code)];
  definition.body = [
    outer.declare(generator, outer.create("AsyncGenerator")),
    outer.declare(resume, outer.expression({ op: "closure", function: resumed })),
    outer.run(outer.callMethod(outer.read(generator), "@@begin", outer.read(resume))),
    outer.return(outer.read(generator)),
  ];
}

function awaitResults(definition: IrFunction): void {
  const build = new Builder(definition);
  const awaited = (value: Expression): Expression => {
    build.position = value.position;
    return build.expression({ op: "await", value });
  };
  walkStatements(definition.body, {
    statement(statement) {
      if (statement.type === "return" && statement.value) statement.value = awaited(statement.value);
    },
    expression(expression) {
      if (expression.op === "yield" && !expression.delegate) expression.value = awaited(expression.value);
    },
  });
}

/** Statements of which what they throw ends the generator. */
function failing(build: Builder, generator: IrVariable, body: Statement[]): Statement {
  const error = build.temporary("error");
  return build.statement({
    type: "try",
    body,
    catchVariable: error,
    catchBody: [build.run(build.callMethod(build.read(generator), "@@fail", build.read(error)))],
    finallyBody: undefined,
  });
}

function asyncGeneratorKind(coroutine: Coroutine, generator: IrVariable, resume: IrVariable): CoroutineKind {
  const { build, bare } = coroutine;
  const given = (name: string): Expression => build.property(build.read(generator), name);
  return {
    stop(suspension) {
      if (suspension.op === "await") return stopAtAwait(build, suspension, resume);
      return stopAtYield(coroutine, suspension, generator);
    },
    stopped: () => undefined,
    finish(value) {
      const end = build.callMethod(build.read(generator), "@@finish", value ?? build.undefined());
      return [build.run(end), build.return(undefined)];
    },
    delegate(value, result) {
      const delegate = build.temporary("delegate");
      const answer = build.temporary("answer");
      const thrown = build.temporary("thrown");
      const leaving = build.temporary("leaving");
      const label = { name: "delegate" };
      const send = (...values: Expression[]): Expression =>
        build.expression({ op: "await", value: build.callMethod(build.read(delegate), "send", ...values) });
      const current = build.property(build.read(delegate), "current");
      const stop = build.expression({ op: "yield", value: current, delegate: false });
      bare.add(stop as Suspension);
      const isOver = build.not(build.callMethod(build.read(delegate), "take", build.read(answer)));
      return [
        build.declare(delegate, build.callLibrary("asyncDelegateTo", value)),
        build.declare(answer, send(build.undefined(), build.undefined(), build.undefined())),
        build.endless(label, [
          build.if(isOver, [build.break(label)]),
          build.run(stop),
          build.declare(thrown, given("@@thrown")),
          build.declare(leaving, given("@@leaving")),
          build.if(isGiven(build, leaving), [awaitLeaving(build, thrown, leaving)]),
          build.set(answer, send(given("@@sent"), build.read(thrown), build.read(leaving))),
        ]),
        build.if(build.property(build.read(delegate), "left"), [
          build.return(build.property(build.read(delegate), "result")),
        ]),
        build.declare(result, build.property(build.read(delegate), "result")),
      ];
    },
  };
}

function stopAtYield({ build, bare }: Coroutine, suspension: Suspension, generator: IrVariable): Stop {
  const thrown = build.temporary("thrown");
  const leaving = build.temporary("leaving");
  const given = (name: string): Expression => build.property(build.read(generator), name);
  const value = build.temporary("yielded");
  return {
    prepare: [build.declare(value, suspension.value)],
    arrange: [build.run(build.callMethod(build.read(generator), "@@yield", build.read(value)))],
    resume: bare.has(suspension)
      ? []
      : [
          build.declare(thrown, given("@@thrown")),
          build.if(isGiven(build, thrown), [build.throw(build.property(build.read(thrown), "error"))]),
          build.declare(leaving, given("@@leaving")),
          build.if(isGiven(build, leaving), [
            build.return(build.expression({ op: "await", value: build.property(build.read(leaving), "value") })),
          ]),
        ],
    value: given("@@sent"),
    isNeeded: false,
  };
}

function isGiven(build: Builder, variable: IrVariable): Expression {
  return build.not(build.intrinsic("$isUndefined", build.read(variable)));
}

/** What `return` was given is awaited before it is passed on; if that throws, it is as if `throw` had been called. */
function awaitLeaving(build: Builder, thrown: IrVariable, leaving: IrVariable): Statement {
  const error = build.temporary("error");
  const value = build.expression({ op: "await", value: build.property(build.read(leaving), "value") });
  return build.statement({
    type: "try",
    body: [build.set(leaving, build.create("Leaving", value))],
    catchVariable: error,
    catchBody: [build.set(leaving, build.undefined()), build.set(thrown, build.create("Thrown", build.read(error)))],
    finallyBody: undefined,
  });
}
