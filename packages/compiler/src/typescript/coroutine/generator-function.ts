import type { IrFunction, IrVariable } from "../ir/index.ts";
import { Builder } from "./build.ts";
import type { Coroutine, CoroutineKind, Stop, Suspension } from "./coroutine.ts";
import { lowerResumed } from "./resumed.ts";
import { createShell } from "./shell.ts";

/** What the function that runs a generator from stop to stop is given; see `Resume` in the library's `generator.ts`. */
interface Given {
  generator: IrVariable;
  sent: IrVariable;
  thrown: IrVariable;
  leaving: IrVariable;
}

/** A generator function makes an object of the library, which calls a function that runs the code up to the next `yield`. */
export function lowerGeneratorFunction(definition: IrFunction): void {
  const { body } = definition;
  const { outer, resumed } = createShell(definition);
  const inner = new Builder(resumed);
  const parameter = (name: string): IrVariable => {
    const variable: IrVariable = { ...inner.temporary(name), kind: "parameter" };
    resumed.parameters.push({ variable, rest: false });
    return variable;
  };
  const given: Given = {
    generator: parameter("generator"),
    sent: parameter("sent"),
    thrown: parameter("thrown"),
    leaving: parameter("leaving"),
  };
  resumed.body = lowerResumed(inner, body, (coroutine) => generatorKind(coroutine, given));
  definition.body = [outer.return(outer.create("Generator", outer.expression({ op: "closure", function: resumed })))];
}

function generatorKind(coroutine: Coroutine, given: Given): CoroutineKind {
  const { build } = coroutine;
  return {
    stop: (suspension) => stopAtYield(coroutine, suspension, given),
    stopped: () => build.boolean(true),
    finish(value) {
      const end = build.return(build.boolean(false));
      return value ? [build.setProperty(build.read(given.generator), "@@result", value), end] : [end];
    },
    delegate(value, result) {
      const delegate = build.temporary("delegate");
      const label = { name: "delegate" };
      const advance = (...values: (IrVariable | undefined)[]): ReturnType<typeof build.expression> =>
        build.callMethod(
          build.read(delegate),
          "advance",
          ...values.map((each) => (each ? build.read(each) : build.undefined())),
        );
      const current = build.property(build.read(delegate), "current");
      const stop = build.expression({ op: "yield", value: current, delegate: false });
      coroutine.bare.add(stop as Suspension);
      const isOver = build.not(advance(given.sent, given.thrown, given.leaving));
      return [
        build.declare(delegate, build.callLibrary("delegateTo", value)),
        build.if(advance(undefined, undefined, undefined), [
          build.endless(label, [build.run(stop), build.if(isOver, [build.break(label)])]),
        ]),
        build.if(build.property(build.read(delegate), "left"), [
          build.return(build.property(build.read(delegate), "result")),
        ]),
        build.declare(result, build.property(build.read(delegate), "result")),
      ];
    },
  };
}

function stopAtYield({ build, bare }: Coroutine, suspension: Suspension, given: Given): Stop {
  const { generator, sent, thrown, leaving } = given;
  const isGiven = (variable: IrVariable): ReturnType<typeof build.expression> =>
    build.not(build.intrinsic("$isUndefined", build.read(variable)));
  return {
    prepare: [build.setProperty(build.read(generator), "current", suspension.value)],
    arrange: [],
    resume: bare.has(suspension)
      ? []
      : [
          build.if(isGiven(thrown), [build.throw(build.property(build.read(thrown), "error"))]),
          build.if(isGiven(leaving), [build.return(build.property(build.read(leaving), "value"))]),
        ],
    value: build.read(sent),
    isNeeded: false,
  };
}
