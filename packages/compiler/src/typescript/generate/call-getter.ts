import type { Instruction } from "../../wasm/index.ts";
import { block, callRef, createLabel, createLocal, localGet, localSet, op, ref, structGet } from "../../wasm/index.ts";
import type { AbstractObject } from "../infer/index.ts";
import { arrayOfValues } from "./array-access.ts";
import type { Value } from "./coerce.ts";
import { coerce, undefinedAs } from "./coerce.ts";
import type { ProgramGenerator } from "./program-generator.ts";
import { ANY_REPRESENTATION, reference, valueType } from "./representation.ts";

/** Calls a getter, which is a value that is one of some functions, through its code; gives any value. */
export function callGetter(
  { layouts, runtime }: ProgramGenerator,
  getter: Value,
  functions: readonly AbstractObject[],
  receiver: Value,
): Instruction {
  const example = functions.find(({ type }) => type === "function");
  if (example?.type !== "function") throw new Error("a getter is a function of the program");
  const signature = layouts.signature(example);
  const closure = createLocal("getter", ref(signature.base));
  const operands: Instruction[] = [localGet(closure)];
  if (signature.takesReceiver) operands.push(coerce(runtime, receiver, signature.receiver));
  for (const { representation, rest } of signature.parameters) {
    operands.push(rest ? arrayOfValues(rest, []) : undefinedAs(representation));
  }
  const code = callRef(signature.code, operands, structGet(signature.base, 0, localGet(closure)));
  return block(createLabel("getter"), valueType(ANY_REPRESENTATION), [
    localSet(closure, op("ref.as_non_null", coerce(runtime, getter, reference(signature.base)))),
    coerce(runtime, { code, representation: signature.result, kinds: -1 }, ANY_REPRESENTATION),
  ]);
}
