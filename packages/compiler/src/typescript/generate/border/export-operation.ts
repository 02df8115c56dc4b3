import type { Instruction, WasmFunction } from "../../../wasm/index.ts";
import { BeyondLimitError, call, createLocal, drop, functionType, limits, localGet } from "../../../wasm/index.ts";
import type { BorderOperation, FlowNode } from "../../infer/index.ts";
import { UNDEFINED, currentInstance, kindsOf, objectsOf } from "../../infer/index.ts";
import { coerce, undefinedAs } from "../coerce.ts";
import { constantClosure } from "../expressions/closure.ts";
import type { GeneratedFunction, ProgramGenerator } from "../program-generator.ts";
import type { Representation } from "../representation.ts";
import { sameRepresentation, valueType } from "../representation.ts";
import type { Slot } from "./border-slot.ts";
import { slotOf } from "./border-slot.ts";

/** An operation as JavaScript calls it. */
export interface ExportedOperation {
  parameters: Slot[];
  result: Slot | undefined;
}

/**
 * Exports an operation: its function itself, or one around it that takes and gives values as JavaScript can have them, and in the order
 * in which it has them. That is the order of the function's parameters, if no other is given.
 */
export function exportOperation(
  program: ProgramGenerator,
  operation: BorderOperation,
  name: string,
  order?: readonly number[],
): ExportedOperation {
  const instance = currentInstance(operation.instance);
  const generated = program.functionFor(instance);
  const nodes = instance.function.parameters.map(({ variable }) => program.analysis.variable(instance, variable));
  const taken = operation.handles + operation.parameters.length;
  const own = nodes.slice(0, taken).map((node, index) => slotOf(node, generated.parameters[index]!));
  const slots = order?.map((index) => own[index]!) ?? own;
  if (slots.length > limits.parameters) throw new BeyondLimitError("parameters", { name });
  const result = gives(operation) ? slotOf(instance.result, generated.result) : undefined;
  const isOrdered = !order || order.every((place, index) => place === index);
  const wasm =
    isOrdered && takesAsIs(generated, slots, result)
      ? generated.wasm
      : around(program, generated, nodes, slots, order, result, name);
  (wasm.exportNames ??= []).push(name);
  if (!result) program.withoutResult.add(wasm);
  return { parameters: slots.slice(operation.handles), result };
}

/** Whether JavaScript gets anything: of a result that always is `undefined`, nothing need be said. */
function gives({ instance, result }: BorderOperation): boolean {
  if (result === undefined || result === "handle") return result !== undefined;
  const node = currentInstance(instance).result;
  return kindsOf(node) !== UNDEFINED || objectsOf(node).length > 0;
}

function takesAsIs(generated: GeneratedFunction, slots: readonly Slot[], result: Slot | undefined): boolean {
  return (
    !generated.environment &&
    !generated.receiver &&
    generated.parameters.length === slots.length &&
    slots.every(({ representation }, index) => sameRepresentation(representation, generated.parameters[index]!)) &&
    (!result || sameRepresentation(result.representation, generated.result))
  );
}

function around(
  program: ProgramGenerator,
  generated: GeneratedFunction,
  nodes: readonly FlowNode[],
  slots: readonly Slot[],
  order: readonly number[] | undefined,
  result: Slot | undefined,
  name: string,
): WasmFunction {
  const { runtime } = program;
  const convert = (code: Instruction, from: Representation, to: Representation, kinds: number): Instruction =>
    coerce(runtime, { code, representation: from, kinds }, to);
  const params = slots.map(({ representation }, index) => createLocal(`p${index}`, valueType(representation)));
  const operands: Instruction[] = [];
  if (generated.environment) {
    const { function: definition, scope } = generated.instance;
    operands.push(constantClosure(program, program.analysis.functionObject(definition, scope)).code);
  }
  if (generated.receiver) operands.push(undefinedAs(generated.receiver));
  generated.parameters.forEach((wanted, index) => {
    const place = order ? order.indexOf(index) : index;
    const [slot, local] = [slots[place], params[place]];
    operands.push(
      slot && local
        ? convert(localGet(local), slot.representation, wanted, kindsOf(nodes[index]!))
        : undefinedAs(wanted),
    );
  });
  const given = call(generated.wasm, ...operands);
  const kinds = kindsOf(generated.instance.result) | UNDEFINED;
  const wasm: WasmFunction = {
    name: `border ${name}`,
    type: functionType(
      params.map(({ type }) => type),
      result ? [valueType(result.representation)] : [],
    ),
    params,
    body: [result ? convert(given, generated.result, result.representation, kinds) : drop(given)],
  };
  program.module.functions.push(wasm);
  return wasm;
}
