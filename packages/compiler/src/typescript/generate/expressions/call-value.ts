import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  callRef,
  createLabel,
  createLocal,
  drop,
  localGet,
  localSet,
  ref,
  structGet,
  unreachable,
} from "../../../wasm/index.ts";
import type { AbstractObject } from "../../infer/index.ts";
import { canonical } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { reference, valueType } from "../representation.ts";
import { arrayOfValues } from "../array-access.ts";
import type { CallArgument } from "./direct-call.ts";
import { callInstance, targetsOf } from "./direct-call.ts";

/** A call of a function value that is being written. */
export interface ValueCall {
  key: string;
  callee: Value;
  /** What can be called. */
  objects: readonly AbstractObject[];
  receiver: Value | undefined;
  arguments: readonly CallArgument[];
  wanted: Representation;
}

/** Calls a function value: directly if only one function can be meant, else through its code reference. */
export function callFunctionValue(f: FunctionGenerator, call: ValueCall): Instruction {
  const callables = call.objects.filter(
    ({ type }) => type === "function" || type === "hostFunction" || type === "class",
  );
  const [only] = callables;
  if (!only) return never(call);
  if (callables.length === 1 && only.type === "class") {
    const target = targetsOf(f, `${call.key}@@call`).find(({ on }) => on === only);
    if (!target) return never(call);
    return f.convert(
      callInstance(f, target.instance, { receiver: call.callee, arguments: call.arguments }),
      call.wanted,
    );
  }
  if (callables.length === 1 && only.type === "function") {
    const target = targetsOf(f, call.key).find(({ on }) => on === canonical(only));
    if (!target) return never(call);
    const generated = f.program.functionFor(target.instance);
    if (!generated.environment) {
      const result = callInstance(f, target.instance, { receiver: call.receiver, arguments: call.arguments });
      return effectFirst(call.callee.code, f.convert(result, call.wanted), call.wanted);
    }
    const closure = f.convert(call.callee, reference(f.program.closureStruct(only)));
    return f.convert(
      callInstance(f, target.instance, { closure, receiver: call.receiver, arguments: call.arguments }),
      call.wanted,
    );
  }
  return callIndirectly(f, call, only);
}

function callIndirectly(f: FunctionGenerator, call: ValueCall, example: AbstractObject): Instruction {
  if (example.type !== "function" && example.type !== "hostFunction") return never(call);
  const signature = f.program.layouts.signature(example);
  const closure = createLocal("closure", ref(signature.base));
  const operands: Instruction[] = [localGet(closure)];
  if (signature.takesReceiver) {
    operands.push(call.receiver ? f.convert(call.receiver, signature.receiver) : undefinedAs(signature.receiver));
  }
  signature.parameters.forEach((wanted, index) => {
    if (signature.rest === index) {
      const layout = f.program.layouts.arrayWith(wanted);
      const values = call.arguments.slice(index).map((argument) => f.convert(argument.value(), layout.element));
      operands.push(arrayOfValues(layout, values));
      return;
    }
    const argument = call.arguments[index];
    operands.push(argument ? f.convert(argument.value(), wanted) : undefinedAs(wanted));
  });
  const code = callRef(signature.code, operands, structGet(signature.base, 0, localGet(closure)));
  const callee = f.convert(call.callee, reference(signature.base));
  return block(createLabel("call"), valueType(call.wanted), [
    localSet(closure, { kind: "plain", op: "ref.as_non_null", operands: [callee] }),
    f.convert({ code, representation: signature.result, kinds: -1 }, call.wanted),
  ]);
}

function effectFirst(first: Instruction, then: Instruction, wanted: Representation): Instruction {
  if (first.operands.length === 0 && (first.kind === "global" || first.kind === "local")) return then;
  return block(createLabel("call"), valueType(wanted), [drop(first), then]);
}

/** A call of what cannot be called. */
function never({ callee, wanted }: ValueCall): Instruction {
  return block(createLabel("never"), valueType(wanted), [drop(callee.code), unreachable()]);
}
