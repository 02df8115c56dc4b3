import type { Instruction } from "../../../wasm/index.ts";
import { call, drop, ifElse } from "../../../wasm/index.ts";
import type { InstanceObject, ShapeObject } from "../../infer/index.ts";
import { objectsOf, setterSite, settersOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { ANY_REPRESENTATION, EXTERN_REPRESENTATION, reference } from "../representation.ts";
import { callFunctionValue } from "./call-value.ts";
import { callInstance, targetsOf } from "./direct-call.ts";

/** Writes a property of which the name is not known: by a setter of that name, if there is one, else to the object itself. */
export function writeNamed(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  target: InstanceObject | ShapeObject,
  key: Instruction,
  value: () => Value,
): Instruction[] {
  const held = reference(f.program.layouts.struct(target));
  const own = (on: Value, name: Instruction): Instruction =>
    f.program.dynamic.set(target, f.convert(on, held), name, f.convert(value(), ANY_REPRESENTATION));
  const names = settersOf(target);
  if (names.length === 0) return [own(object, key)];
  const owner = f.keep(object.code, object.representation);
  const name = f.keep(key, EXTERN_REPRESENTATION);
  const again = (): Value => ({ ...object, code: owner.again() });
  const chosen = names.reduceRight<Instruction[]>(
    (otherwise, each) => [
      ifElse(
        call(f.program.imports.string("equals"), name.again(), f.text(each)),
        callSetter(f, expression, again(), target, each, value),
        otherwise,
      ),
    ],
    [own(again(), name.again())],
  );
  return [owner.set, name.set, ...chosen];
}

function callSetter(
  f: FunctionGenerator,
  expression: Expression,
  receiver: Value,
  target: InstanceObject | ShapeObject,
  name: string,
  value: () => Value,
): Instruction[] {
  const site = setterSite(expression, name);
  const argument = { value, spreads: undefined };
  if (target.type === "instance") {
    const setter = targetsOf(f, site).find(({ on }) => on === target);
    return setter ? [drop(callInstance(f, setter.instance, { receiver, arguments: [argument] }).code)] : [];
  }
  const { layouts } = f.program;
  const place = layouts.field(target, `@@set ${name}`);
  if (!place) return [];
  const struct = layouts.struct(target);
  const operands = [f.convert(receiver, reference(struct))];
  const callee = f.valueOf({ kind: "field", op: "struct.get", operands, type: struct, field: place.index }, place.node);
  const objects = objectsOf(place.node);
  const called = { site, callee, objects, receiver, arguments: [argument], wanted: ANY_REPRESENTATION, name };
  return [drop(callFunctionValue(f, called))];
}
