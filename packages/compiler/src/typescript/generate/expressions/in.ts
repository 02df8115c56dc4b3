import { toIndex } from "../number-functions.ts";
import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, drop, i32, localGet, localSet, op } from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode } from "../../infer/index.ts";
import {
  HOST,
  STRING,
  constantKey,
  isDictionary,
  lookUpMethod,
  mayLack,
  objectsOf,
  siteOf,
  staticNames,
} from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import { lengthOf } from "../array-access.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { BOOLEAN_REPRESENTATION, EXTERN_REPRESENTATION, reference, valueType } from "../representation.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { fail, objectOr } from "./failures.ts";
import { isPlacePresent } from "../property-places.ts";
import { hasNamed } from "./named-members.ts";
import { toNumber } from "./numbers.ts";
import { textOf } from "./text.ts";

/** Whether an object has a property. */
export function generateIn(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { left, right } = expression;
  const key = f.value(left);
  const node = f.node(right)!;
  const local = createLocal("key", valueType(key.representation));
  const again: Value = { ...key, code: localGet(local) };
  const name = constantKey(f.generated.instance, left);
  const text = (): Value => ({
    code: textOf(f, again),
    representation: EXTERN_REPRESENTATION,
    kinds: STRING,
  });
  const cases = objectsOf(node).map((target): DispatchCase => ({
    objects: [target],
    kind: 0,
    code: (value) => {
      const has = targetsOf(f, siteOf(expression, "has")).find(({ on }) => on === target);
      if (name?.startsWith("@@")) return hasSymbol(f, value, target, name);
      if (isDictionary(target) && has) {
        const args = [{ value: text, spreads: undefined }];
        return f.convert(callInstance(f, has.instance, { receiver: value, arguments: args }), BOOLEAN_REPRESENTATION);
      }
      if (target.type === "array") {
        const layout = f.program.layouts.arrays.of(target);
        const index = toIndex(f.program.runtime, toNumber(f, again));
        return op("i32.lt_u", index, lengthOf(layout, f.convert(value, reference(layout.struct))));
      }
      if (name === undefined) {
        return hasNamed(f, { expression, target, object: () => value, key: text, isNumber: false });
      }
      if (target.type === "instance" || target.type === "shape") return hasProperty(f, value, target, name);
      return block(createLabel("in"), "i32", [drop(value.code), i32(isInherited(f, target, name) ? 1 : 0)]);
    },
  }));
  return block(createLabel("in"), "i32", [
    localSet(local, key.code),
    dispatch(f, searchable(f, f.value(right), node, text), cases, BOOLEAN_REPRESENTATION),
  ]);
}

/** The value that is searched, if it is an object; else the program fails. */
function searchable(f: FunctionGenerator, value: Value, node: FlowNode, key: () => Value): Value {
  if (value.kinds === 0 || value.kinds & HOST) return value;
  return objectOr(f, value, objectsOf(node), (given) => {
    const described = { code: textOf(f, given), representation: EXTERN_REPRESENTATION, kinds: STRING };
    return fail(f, "throwNotSearchable", key(), described);
  });
}

/** Whether there is a property whose key is a symbol, or a private one: of arrays and functions, only methods. */
function hasSymbol(f: FunctionGenerator, value: Value, target: AbstractObject, name: string): Instruction {
  if (target.type === "instance" || target.type === "shape") return hasProperty(f, value, target, name);
  return block(createLabel("in"), "i32", [drop(value.code), i32(isInherited(f, target, name) ? 1 : 0)]);
}

/** Whether there is a method, accessor or static property. */
function isInherited(f: FunctionGenerator, target: AbstractObject, name: string): boolean {
  const kinds = ["method", "get", "set"] as const;
  return (
    kinds.some((kind) => lookUpMethod(f.program.analysis, target, name, kind) !== undefined) ||
    (target.type === "class" && staticNames(target).includes(name))
  );
}

function hasProperty(
  f: FunctionGenerator,
  value: Value,
  target: Extract<DispatchCase["objects"][number], { type: "instance" | "shape" }>,
  name: string,
): Instruction {
  const { layouts } = f.program;
  const constant = (result: 0 | 1): Instruction => block(createLabel("in"), "i32", [drop(value.code), i32(result)]);
  if (isInherited(f, target, name)) return constant(1);
  const place = layouts.field(target, name);
  if (!place) return constant(0);
  if (!mayLack(target, name)) return constant(1);
  const held = reference(layouts.struct(target));
  const kept = f.keep(f.convert(value, held), held);
  const present = isPlacePresent(layouts, target, { name, ...place, getter: false }, () => kept.again());
  return block(createLabel("in"), "i32", [kept.set, present]);
}
