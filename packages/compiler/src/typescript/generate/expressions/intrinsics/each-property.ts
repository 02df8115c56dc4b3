import type { Instruction } from "../../../../wasm/index.ts";
import { block, createLabel, drop, ifElse, nullValue } from "../../../../wasm/index.ts";
import { STRING, canonical, mayLack, objectsOf, siteOf } from "../../../infer/index.ts";
import type { Value } from "../../coerce.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import type { FieldsObject } from "../../object-functions.ts";
import type { PropertyPlace } from "../../property-places.ts";
import { isPlacePresent, symbolPlaces } from "../../property-places.ts";
import { ANY_REPRESENTATION, EXTERN_REPRESENTATION, reference, valueType } from "../../representation.ts";
import { callInstance, targetsOf } from "../direct-call.ts";
import type { DispatchCase } from "../dispatch.ts";
import { dispatch } from "../dispatch.ts";
import { readPlace } from "../read-place.ts";
import type { Intrinsic } from "./arguments.ts";
import { argument } from "./arguments.ts";

/** Calls a function for each property of an object with fields, with what is known of that property. */
export function eachProperty(f: FunctionGenerator, expression: Intrinsic): Instruction[] {
  return onFields(f, expression, (target, self, visit) => f.program.order.each(target, self, visit));
}

/** Calls a function for each property of an object with fields whose key is a symbol, with what is known of that property. */
export function eachSymbol(f: FunctionGenerator, expression: Intrinsic): Instruction[] {
  const node = f.node(argument(expression, 0));
  const hasSome = (node ? objectsOf(node) : []).some(
    (object) =>
      (object.type === "instance" || object.type === "shape") && symbolPlaces(f.program.layouts, object).length > 0,
  );
  if (!hasSome) return f.effect(argument(expression, 0));
  return onFields(f, expression, (target, _self, visit) => symbolPlaces(f.program.layouts, target).flatMap(visit));
}

/** Goes through some properties of an object. */
type Walk = (
  target: FieldsObject,
  self: () => Instruction,
  visit: (place: PropertyPlace) => Instruction[],
) => Instruction[];

function onFields(f: FunctionGenerator, expression: Intrinsic, walk: Walk): Instruction[] {
  const given = argument(expression, 0);
  const node = f.node(given);
  const cases = (node ? objectsOf(node) : []).flatMap((object): DispatchCase[] => {
    if (object.type !== "instance" && object.type !== "shape") return [];
    return [{ objects: [object], kind: 0, code: (value) => visitProperties(f, expression, walk, object, value) }];
  });
  return [drop(dispatch(f, f.value(given), cases, ANY_REPRESENTATION))];
}

function visitProperties(
  f: FunctionGenerator,
  expression: Intrinsic,
  walk: Walk,
  target: FieldsObject,
  value: Value,
): Instruction {
  const context = expression.arguments.slice(2).map((argument) => f.value(argument));
  const held = reference(f.program.layouts.struct(target));
  const kept = f.keep(f.convert(value, held), held);
  const self = (): Instruction => kept.again();
  const calls = walk(target, self, (place) => {
    const site = siteOf(expression, `get ${place.name}`);
    const visitor = targetsOf(f, siteOf(expression, `each ${place.name}`)).find(({ on }) => on === canonical(target));
    if (!visitor) return [];
    const read = (): Value => readPlace(f, target, place, { code: kept.again(), representation: held, kinds: 0 }, site);
    const args = [read(), text(f, place.name), text(f, `${JSON.stringify(place.name)}:`), ...context];
    const call = drop(
      callInstance(f, visitor.instance, {
        arguments: args.map((given) => ({ value: () => given, spreads: undefined })),
      }).code,
    );
    if (place.getter || !mayLack(target, place.name)) return [call];
    return [ifElse(isPlacePresent(f.program.layouts, target, place, self), [call])];
  });
  return block(createLabel("properties"), valueType(ANY_REPRESENTATION), [kept.set, ...calls, nullValue("none")]);
}

function text(f: FunctionGenerator, value: string): Value {
  return { code: f.text(value), representation: EXTERN_REPRESENTATION, kinds: STRING };
}
