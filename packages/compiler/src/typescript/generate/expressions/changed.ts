import type { Instruction, StructType } from "../../../wasm/index.ts";
import { block, createLabel, drop, nullValue } from "../../../wasm/index.ts";
import type { AbstractObject } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { ANY_REPRESENTATION, reference, valueType } from "../representation.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";

/**
 * Whether an assignment tells nobody anything: constructors give new objects their first values, and what the library's objects keep to themselves
 * is not what is seen of them. The library says by `$changed` when that has changed.
 */
export function isSilent(f: FunctionGenerator, expression: Expression): boolean {
  if (expression.op !== "setProperty" || expression.object.op !== "get") return false;
  if (expression.object.variable.kind !== "this") return false;
  const { function: definition } = f.generated.instance;
  const owner = f.program.classOf.get(definition);
  return definition.library || owner?.construct === definition || owner?.initializer === definition;
}

/** What goes with a change of an object, if the host may watch it. The code of the object stands there twice. */
export function tellChanged(f: FunctionGenerator, target: AbstractObject, object: () => Instruction): Instruction[] {
  const place = f.program.layouts.watch(target);
  return place ? [f.program.watch.changed(place, object)] : [];
}

/** What goes with a change of whichever of several objects a value is. */
export function tellAnyChanged(f: FunctionGenerator, value: Value, objects: readonly AbstractObject[]): Instruction[] {
  const { layouts } = f.program;
  if (!objects.some((object) => layouts.watch(object))) return [];
  const byStruct = new Map<StructType | undefined, AbstractObject[]>();
  for (const object of objects) {
    const struct = layouts.watch(object)?.struct;
    byStruct.set(struct, [...(byStruct.get(struct) ?? []), object]);
  }
  const cases = [...byStruct].map(([struct, group]): DispatchCase => ({
    objects: group,
    kind: 0,
    code(on) {
      const result = valueType(ANY_REPRESENTATION);
      if (!struct) return block(createLabel("changed"), result, [drop(on.code), nullValue("none")]);
      const kept = f.keep(f.convert(on, reference(struct)), reference(struct));
      return block(createLabel("changed"), result, [
        kept.set,
        ...tellChanged(f, group[0]!, kept.again),
        nullValue("none"),
      ]);
    },
  }));
  return [drop(dispatch(f, value, cases, ANY_REPRESENTATION))];
}
