import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  createLabel,
  createLocal,
  drop,
  i32,
  ifElse,
  localGet,
  localSet,
  op,
  structSet,
} from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode, Range } from "../../infer/index.ts";
import { isEntry, isForeignPrivate, isInt32, isReadOnly, mayLack, objectsOf, siteOf } from "../../infer/index.ts";
import { NUMBER, STRING } from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import { classNameOf } from "../class-name.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { markGiven } from "../property-places.ts";
import {
  ANY_REPRESENTATION,
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  NUMBER_REPRESENTATION,
  reference,
  valueType,
} from "../representation.ts";
import { toIndex } from "../number-functions.ts";
import { callFunctionValue } from "./call-value.ts";
import { isSilent, tellChanged } from "./changed.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import { dispatch } from "./dispatch.ts";
import { describeName, fail, failPrivate, textValue, writtenOwner } from "./failures.ts";
import type { FieldPlace } from "./field-case.ts";
import { inheritedPlace, mergeFields } from "./field-case.ts";
import { isRestricted, requireWritableField } from "./restricted-write.ts";
import { writeStaticField } from "./static-field.ts";

/** `object.name = value` */
export function generateSetProperty(f: FunctionGenerator, expression: ExpressionOf<"setProperty">): Instruction {
  const node = f.node(expression.object);
  const object = f.value(expression.object);
  const given = f.value(expression.value);
  if (!node || !f.hasValue(expression.value)) return sequence(f, object, given);
  return writePropertyOfValue(f, expression, object, node, expression.name, given);
}

/** Writes a property of whatever a value is; leaves the written value. */
export function writePropertyOfValue(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  node: FlowNode,
  name: string,
  given: Value,
): Instruction {
  const owner = (value: Value): Value => writtenOwner(f, value, node, () => textValue(f, describeName(name)));
  return writeToObjects(f, object, node, given, owner, {
    place: (target) => writtenPlace(f, expression, target, name),
    write: (on, target, value) => writeProperty(f, expression, on, target, name, value),
  });
}

/** How something is written to objects. */
export interface ObjectWrite {
  /** The field that it is written to, for objects of which only that is written. */
  place?(target: AbstractObject): FieldPlace | undefined;
  write(on: Value, target: AbstractObject, value: Value): Instruction[];
}

/**
 * Does with each object that a value can be, and a value to be written, what writes it; leaves the written value. The value is evaluated
 * before `owner` makes sure that there is an object.
 */
export function writeToObjects(
  f: FunctionGenerator,
  object: Value,
  node: FlowNode,
  given: Value,
  owner: (value: Value) => Value,
  { place, write }: ObjectWrite,
): Instruction {
  const type = valueType(given.representation);
  const receiver = createLocal("object", valueType(object.representation));
  const kept = createLocal("value", type);
  const value = (): Value => ({ ...given, code: localGet(kept) });
  const on = owner({ ...object, code: localGet(receiver) });
  const cases = objectsOf(node).map((target) => ({
    objects: [target],
    kind: 0,
    fieldOf: place?.(target),
    code: (on: Value): Instruction =>
      block(createLabel("set"), ANY_RESULT, [
        ...write(on, target, value()),
        { kind: "null", op: "ref.null", operands: [], heap: "none" },
      ]),
  }));
  const merged = mergeFields(cases);
  return block(createLabel("set"), type, [
    localSet(receiver, object.code),
    localSet(kept, given.code),
    ...(merged.length === 1
      ? write(on, objectsOf(node)[0]!, value())
      : [drop(dispatch(f, on, merged, ANY_REPRESENTATION))]),
    localGet(kept),
  ]);
}

const ANY_RESULT = valueType(ANY_REPRESENTATION);

function sequence(_f: FunctionGenerator, object: Value, given: Value): Instruction {
  return block(createLabel("set"), valueType(given.representation), [drop(object.code), given.code]);
}

function writeProperty(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  target: AbstractObject,
  name: string,
  value: Value,
): Instruction[] {
  const { layouts } = f.program;
  const argument = { value: () => value, spreads: undefined };
  const setter = targetsOf(f, siteOf(expression, "set")).find(({ on }) => on === target);
  if (isEntry(target, name) && setter) {
    const key = { code: f.text(name), representation: EXTERN_REPRESENTATION, kinds: STRING };
    const args = [{ value: () => key, spreads: undefined }, argument];
    return [
      ...requireWritableField(f, expression, object, target, name),
      drop(callInstance(f, setter.instance, { receiver: object, arguments: args }).code),
    ];
  }
  if (target.type === "shape" && target.setters.has(name)) {
    const place = layouts.field(target, `@@set ${name}`);
    const struct = layouts.struct(target);
    if (!place) return [];
    const callee = f.valueOf(
      {
        kind: "field",
        op: "struct.get",
        operands: [f.convert(object, reference(struct))],
        type: struct,
        field: place.index,
      },
      place.node,
    );
    const call = {
      site: siteOf(expression, "set"),
      callee,
      objects: objectsOf(place.node),
      receiver: object,
      arguments: [argument],
      wanted: ANY_REPRESENTATION,
      name,
    };
    return [drop(callFunctionValue(f, call))];
  }
  if (setter) return [drop(callInstance(f, setter.instance, { receiver: object, arguments: [argument] }).code)];
  if (isReadOnly(f.program.analysis, target, name)) {
    const owner = target.type === "class" ? `class ${target.definition.name}` : `#<${classNameOf(target)}>`;
    return [drop(object.code), ...fail(f, "throwReadOnly", textValue(f, owner), textValue(f, describeName(name)))];
  }
  if (isForeignPrivate(target, name) && !f.generated.instance.function.library)
    return failPrivate(f, object, true, name);
  if (target.type === "array" && name === "length") {
    const layout = layouts.arrays.of(target);
    const node = expression.op === "setProperty" ? f.node(expression.value) : undefined;
    const length = arrayLength(f, value, node && layouts.range(node));
    return [
      ...requireWritableField(f, expression, object, target, name),
      f.program.arrays.setLength(layout, f.convert(object, reference(layout.struct)), length),
    ];
  }
  return [
    ...requireWritableField(f, expression, object, target, name),
    ...writeField(f, object, target, name, value, isSilent(f, expression)),
  ];
}

/** As many elements as an array can have: the library knows this number too. */
const MOST_ELEMENTS = 134217727;

/** A value as the length of an array; the program fails of one that no array can have. */
function arrayLength(f: FunctionGenerator, value: Value, range: Range | undefined): Instruction {
  const number = { ...value, kinds: value.kinds & NUMBER };
  if (range && isInt32(range) && range.min >= 0 && range.max <= MOST_ELEMENTS) {
    return f.convert(number, INTEGER_REPRESENTATION);
  }
  const index = toIndex(f.program.runtime, f.convert(number, NUMBER_REPRESENTATION));
  const local = createLocal("length", "i32");
  return block(createLabel("length"), "i32", [
    localSet(local, index),
    ifElse(op("i32.gt_u", localGet(local), i32(MOST_ELEMENTS)), fail(f, "throwArrayLength")),
    localGet(local),
  ]);
}

/** The field of an instance that is all there is to be written of it. */
function writtenPlace(
  f: FunctionGenerator,
  expression: Expression,
  target: AbstractObject,
  name: string,
): FieldPlace | undefined {
  if (target.type !== "instance" || isEntry(target, name) || isForeignPrivate(target, name)) return undefined;
  if (isRestricted(f, target)) return undefined;
  const setter = targetsOf(f, siteOf(expression, "set")).some(({ on }) => on === target);
  if (setter || isReadOnly(f.program.analysis, target, name)) return undefined;
  return inheritedPlace(f.program.layouts, target, name);
}

/** Writes a field that an object has itself; `silent` tells nobody. */
export function writeField(
  f: FunctionGenerator,
  object: Value,
  target: AbstractObject,
  name: string,
  value: Value,
  silent: boolean,
): Instruction[] {
  const { layouts } = f.program;
  if (target.type === "class") return writeStaticField(f, object, target, name, value);
  const place = inheritedPlace(layouts, target, name);
  if (!place) return [];
  const { struct } = place;
  if (!silent && layouts.watch(target)) {
    const kept = f.keep(f.convert(object, reference(struct)), reference(struct));
    const again = { code: kept.again(), representation: reference(struct), kinds: 0 };
    return [kept.set, ...writeField(f, again, target, name, value, true), ...tellChanged(f, target, kept.again)];
  }
  const isNew = target.type === "shape" && target.added.has(name) && mayLack(target, name);
  return [
    ...(isNew ? f.program.order.add(target, f.convert(object, reference(struct)), name) : []),
    structSet(
      struct,
      place.index,
      f.convert(object, reference(struct)),
      f.convert(value, f.representationOf(place.node)),
    ),
    ...(target.type === "shape"
      ? markGiven(layouts, target, name, () => f.convert(object, reference(struct)), value.kinds)
      : []),
  ];
}
