import type { Instruction } from "../../../wasm/index.ts";
import { block, call, createLabel } from "../../../wasm/index.ts";
import type { ArrayObject, CallTarget, FunctionInstance, Site } from "../../infer/index.ts";
import { canonical, currentInstance, siteOfRest } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { valueType } from "../representation.ts";
import type { ParameterPlace } from "./pass-arguments.ts";
import { passArguments } from "./pass-arguments.ts";

/** An argument of a call that is being written: a value, or what is spread. */
export interface CallArgument {
  value(): Value;
  /** The value in the way that a parameter wants it, if that is more than a conversion. */
  as?(wanted: Representation): Instruction;
  /** What is spread, if it is. */
  spreads: Expression | undefined;
}

/** What a direct call is given. */
export interface CallParts {
  /** The closure, for functions that find captured variables in it. */
  closure?: Instruction | undefined;
  receiver?: Value | undefined;
  arguments: readonly CallArgument[];
}

/** The targets of a call, each once. */
export function targetsOf(f: FunctionGenerator, site: Site): CallTarget[] {
  const targets: CallTarget[] = [];
  for (const { on, instance } of f.generated.instance.calls.get(site) ?? []) {
    const receiver = typeof on === "object" ? canonical(on) : on;
    const callee = currentInstance(instance);
    if (!targets.some((known) => known.on === receiver && known.instance === callee)) {
      targets.push({ on: receiver, instance: callee });
    }
  }
  return targets;
}

/** Calls a function whose code is known. */
export function callInstance(f: FunctionGenerator, instance: FunctionInstance, parts: CallParts): Value {
  const generated = f.program.functionFor(instance);
  const operands: Instruction[] = [];
  if (generated.environment) {
    if (!parts.closure) throw new Error(`a call of ${instance.function.name} has no closure`);
    operands.push(parts.closure);
  }
  if (generated.receiver) {
    operands.push(parts.receiver ? f.convert(parts.receiver, generated.receiver) : undefinedAs(generated.receiver));
  }
  const { setup, values } = passArguments(f, placesOf(f, instance, generated.parameters), parts.arguments);
  const code = call(generated.wasm, ...operands, ...values);
  const result = currentInstance(instance).result;
  const whole = setup.length === 0 ? code : block(createLabel("call"), valueType(generated.result), [...setup, code]);
  return { ...f.valueOf(whole, result), representation: generated.result };
}

/** What the parameters of a function take. */
function placesOf(f: FunctionGenerator, of: FunctionInstance, parameters: readonly Representation[]): ParameterPlace[] {
  const instance = currentInstance(of);
  return parameters.map((representation, index) => {
    if (!instance.function.parameters[index]?.rest) return { representation, rest: undefined };
    const array = canonical(instance.allocations.get(siteOfRest(index)) as ArrayObject);
    return { representation, rest: f.program.layouts.arrays.of(array) };
  });
}
