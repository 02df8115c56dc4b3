import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, ifElse, localGet, localSet, unreachable } from "../../../wasm/index.ts";
import type { AbstractObject, Kinds } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { valueType } from "../representation.ts";
import { isKind, isObjectOf } from "./tests.ts";

/** What to do with a value if it is one of some objects, or of a kind. */
export interface DispatchCase {
  objects: AbstractObject[];
  kind: Kinds;
  /** Code for the value; it leaves a result in the wanted way. */
  code(value: Value): Instruction;
}

/** Does with a value what fits it. The tests go from the most derived structs to the least; the last case needs none. */
export function dispatch(
  f: FunctionGenerator,
  value: Value,
  cases: readonly DispatchCase[],
  wanted: Representation,
): Instruction {
  const [only] = cases;
  if (!only) {
    return block(createLabel("nothing"), valueType(wanted), [
      { kind: "plain", op: "drop", operands: [value.code] },
      unreachable(),
    ]);
  }
  if (cases.length === 1) return only.code(value);
  const local = createLocal("dispatched", valueType(value.representation));
  const again = (): Value => ({ ...value, code: localGet(local) });
  const sorted = [...cases].sort((first, second) => depth(f, second) - depth(f, first));
  const chain = (index: number): Instruction => {
    const current = sorted[index]!;
    if (index === sorted.length - 1) return current.code(again());
    const test =
      current.objects.length > 0 ? isObjectOf(f, again(), current.objects) : isKind(f, again(), current.kind);
    return ifElse(test, [current.code(again())], [chain(index + 1)], valueType(wanted));
  };
  return block(createLabel("dispatch"), valueType(wanted), [localSet(local, value.code), chain(0)]);
}

function depth(f: FunctionGenerator, { objects }: DispatchCase): number {
  let deepest = 0;
  for (const object of objects) {
    let steps = 1;
    for (let at = f.program.layouts.struct(object).supertype; at; at = at.supertype) steps += 1;
    deepest = Math.max(deepest, steps);
  }
  return deepest;
}
