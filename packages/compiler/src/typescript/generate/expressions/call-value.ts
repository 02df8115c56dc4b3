import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  callRef,
  createLabel,
  createLocal,
  drop,
  ifElse,
  localGet,
  localSet,
  op,
  ref,
  structGet,
} from "../../../wasm/index.ts";
import type { AbstractObject, FunctionObject, Site } from "../../infer/index.ts";
import { NULLISH, canonical, isCallable, partOf } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { reference, valueType } from "../representation.ts";
import type { CallArgument } from "./direct-call.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { fail, presentOr, textValue } from "./failures.ts";
import { passArguments } from "./pass-arguments.ts";
import { isObjectOf } from "./tests.ts";

/** A call of a function value that is being written. */
export interface ValueCall {
  site: Site;
  callee: Value;
  /** What can be called. */
  objects: readonly AbstractObject[];
  receiver: Value | undefined;
  arguments: readonly CallArgument[];
  wanted: Representation;
  /** How the author names what is called. */
  name: string;
}

/** Calls a function value: directly if only one function can be meant, else through its code reference. */
export function callFunctionValue(f: FunctionGenerator, call: ValueCall): Instruction {
  const callables = call.objects.filter(isCallable);
  if (callables.length === 0) return never(f, call);
  const callee = onlyCallable(f, call, callables);
  const functions = callables.filter((object) => object.type !== "class");
  const cases = callables
    .filter((object) => object.type === "class")
    .map((object): DispatchCase => ({
      objects: [object],
      kind: 0,
      code: (value) => callClass(f, { ...call, callee: value }, object),
    }));
  const [only] = functions;
  if (only) {
    const one = functions.length === 1 && only.type === "function" ? only : undefined;
    cases.push({
      objects: functions,
      kind: 0,
      code: (value) =>
        one ? callOne(f, { ...call, callee: value }, one) : callIndirectly(f, { ...call, callee: value }, only),
    });
  }
  return dispatch(f, callee, cases, call.wanted);
}

/** The value that is called, if it can be; else the program fails. */
function onlyCallable(f: FunctionGenerator, call: ValueCall, callables: readonly AbstractObject[]): Value {
  const { callee, name } = call;
  const complain = (): Instruction[] => fail(f, "throwNotCallable", textValue(f, name));
  const isSure = callables.length === call.objects.length && (callee.kinds & ~NULLISH) === 0;
  if (isSure || f.generated.instance.function.library) return presentOr(f, callee, complain);
  const type = valueType(callee.representation);
  const local = createLocal("callee", type);
  const again: Value = { ...callee, code: localGet(local) };
  const code = block(createLabel("callee"), type, [
    localSet(local, callee.code),
    ifElse(op("i32.eqz", isObjectOf(f, again, callables)), complain()),
    localGet(local),
  ]);
  return { ...callee, code, kinds: 0 };
}

/** A class of the library that is called without `new`. */
function callClass(f: FunctionGenerator, call: ValueCall, object: AbstractObject): Instruction {
  const target = targetsOf(f, partOf(call.site, "@@call")).find(({ on }) => on === object);
  if (!target) return never(f, call);
  return f.convert(callInstance(f, target.instance, { receiver: call.callee, arguments: call.arguments }), call.wanted);
}

function callOne(f: FunctionGenerator, call: ValueCall, only: FunctionObject): Instruction {
  const target = targetsOf(f, call.site).find(({ on }) => on === canonical(only));
  if (!target) return never(f, call);
  const generated = f.program.functionFor(target.instance);
  const parts = { receiver: call.receiver, arguments: call.arguments };
  if (!generated.environment) {
    return effectFirst(call.callee.code, f.convert(callInstance(f, target.instance, parts), call.wanted), call.wanted);
  }
  const closure = f.convert(call.callee, reference(f.program.layouts.closure(only)));
  return f.convert(callInstance(f, target.instance, { ...parts, closure }), call.wanted);
}

function callIndirectly(f: FunctionGenerator, call: ValueCall, example: AbstractObject): Instruction {
  if (example.type !== "function" && example.type !== "hostFunction") return never(f, call);
  const signature = f.program.layouts.signature(example);
  const closure = createLocal("closure", ref(signature.base));
  const operands: Instruction[] = [localGet(closure)];
  if (signature.takesReceiver) {
    operands.push(call.receiver ? f.convert(call.receiver, signature.receiver) : undefinedAs(signature.receiver));
  }
  const { setup, values } = passArguments(f, signature.parameters, call.arguments);
  const code = callRef(signature.code, [...operands, ...values], structGet(signature.base, 0, localGet(closure)));
  const callee = f.convert(call.callee, reference(signature.base));
  return block(createLabel("call"), valueType(call.wanted), [
    localSet(closure, { kind: "plain", op: "ref.as_non_null", operands: [callee] }),
    ...setup,
    f.convert({ code, representation: signature.result, kinds: -1 }, call.wanted),
  ]);
}

function effectFirst(first: Instruction, then: Instruction, wanted: Representation): Instruction {
  if (first.operands.length === 0 && (first.kind === "global" || first.kind === "local")) return then;
  return block(createLabel("call"), valueType(wanted), [drop(first), then]);
}

/** A call of what cannot be called; the arguments run first. */
function never(f: FunctionGenerator, { callee, arguments: args, wanted, name }: ValueCall): Instruction {
  const run = [callee, ...args.map((argument) => argument.value())].map(({ code }) => drop(code));
  const complaint = fail(f, "throwNotCallable", textValue(f, name));
  return block(createLabel("never"), valueType(wanted), [...run, ...complaint]);
}
