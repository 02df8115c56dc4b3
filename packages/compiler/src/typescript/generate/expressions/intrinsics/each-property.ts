import type { Instruction } from "../../../../wasm/index.ts";
import { block, createLabel, drop, ifElse, nullValue, structGet } from "../../../../wasm/index.ts";
import type { InstanceObject, ShapeObject } from "../../../infer/index.ts";
import { STRING, UNDEFINED, canonical, kindsOf, objectsOf, siteKey } from "../../../infer/index.ts";
import type { Value } from "../../coerce.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import type { PropertyPlace } from "../../property-places.ts";
import { propertyPlaces } from "../../property-places.ts";
import { ANY_REPRESENTATION, EXTERN_REPRESENTATION, reference, valueType } from "../../representation.ts";
import { callFunctionValue } from "../call-value.ts";
import { callInstance, targetsOf } from "../direct-call.ts";
import type { DispatchCase } from "../dispatch.ts";
import { dispatch } from "../dispatch.ts";
import type { Intrinsic } from "./arguments.ts";
import { argument } from "./arguments.ts";

type Target = InstanceObject | ShapeObject;

/** Calls a function for each property of an object with fields, with what is known of that property. */
export function eachProperty(f: FunctionGenerator, expression: Intrinsic): Instruction[] {
  const given = argument(expression, 0);
  const node = f.node(given);
  const cases = (node ? objectsOf(node) : []).flatMap((object): DispatchCase[] => {
    if (object.type !== "instance" && object.type !== "shape") return [];
    return [{ objects: [object], kind: 0, code: (value) => visitProperties(f, expression, object, value) }];
  });
  return [drop(dispatch(f, f.value(given), cases, ANY_REPRESENTATION))];
}

function visitProperties(f: FunctionGenerator, expression: Intrinsic, target: Target, value: Value): Instruction {
  const context = expression.arguments.slice(2).map((argument) => f.value(argument));
  const held = reference(f.program.layouts.struct(target));
  const kept = f.keep(f.convert(value, held), held);
  const calls = propertyPlaces(f.program.layouts, target).flatMap((place): Instruction[] => {
    const key = siteKey(expression, place.getter ? `@@get ${place.name}` : place.name);
    const visitor = targetsOf(f, siteKey(expression, place.name)).find(({ on }) => on === canonical(target));
    if (!visitor) return [];
    const read = (): Value => readPlace(f, target, place, { code: kept.again(), representation: held, kinds: 0 }, key);
    const args = [read(), text(f, place.name), text(f, `${JSON.stringify(place.name)}:`), ...context];
    const call = drop(
      callInstance(f, visitor.instance, {
        arguments: args.map((given) => ({ value: () => given, spreads: undefined })),
      }).code,
    );
    return [alwaysThere(target, place) ? call : ifElse(f.isPresent(read()), [call])];
  });
  return block(createLabel("properties"), valueType(ANY_REPRESENTATION), [kept.set, ...calls, nullValue("none")]);
}

function readPlace(f: FunctionGenerator, target: Target, place: PropertyPlace, object: Value, key: string): Value {
  const struct = f.program.layouts.struct(target);
  const field = f.valueOf(structGet(struct, place.index, object.code), place.node);
  if (!place.getter) return field;
  const result = f.program.analysis.place(f.generated.instance, key);
  const wanted = f.representationOf(result);
  const code = callFunctionValue(f, {
    key,
    callee: field,
    objects: objectsOf(place.node),
    receiver: object,
    arguments: [],
    wanted,
    name: place.name,
  });
  return { code, representation: wanted, kinds: kindsOf(result) };
}

/** Whether every object of this kind has the property. */
function alwaysThere(target: Target, { name, node, getter }: PropertyPlace): boolean {
  if (getter) return true;
  if ((kindsOf(node) & UNDEFINED) !== 0) return false;
  return target.type === "instance" || target.orders.every((names) => names.includes(name));
}

function text(f: FunctionGenerator, value: string): Value {
  return { code: f.text(value), representation: EXTERN_REPRESENTATION, kinds: STRING };
}
