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
  structNew,
  structSet,
  unreachable,
} from "../../../wasm/index.ts";
import type { AbstractObject, ShapeObject } from "../../infer/index.ts";
import {
  STRING,
  UNDEFINED,
  canonical,
  constantKey,
  expandOrder,
  givenField,
  isDictionary,
  isEntry,
  kindsOf,
  madeBy,
  mayLack,
  objectsOf,
  orderOf,
  siteOn,
  siteOf,
} from "../../infer/index.ts";
import type { Expression, ExpressionOf, ObjectMember } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { isPlacePresent, markGiven, propertyPlaces, symbolPlaces } from "../property-places.ts";
import { ANY_REPRESENTATION, EXTERN_REPRESENTATION, reference, valueType } from "../representation.ts";
import { makeClosure } from "./closure.ts";
import { construct } from "./construct.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { readPlace } from "./read-place.ts";
import { textOf } from "./text.ts";

/** An object literal. */
export function generateObject(f: FunctionGenerator, expression: ExpressionOf<"object">): Instruction {
  const object = madeBy(f.generated.instance, expression, f.node(expression)!);
  if (object.type === "shape" && isPlain(expression.members)) return plainObject(f, expression, object);
  const representation = reference(f.program.layouts.struct(object));
  const local = createLocal("object", valueType(representation));
  const made: Value = { code: localGet(local), representation, kinds: 0 };
  const instructions: Instruction[] = [localSet(local, emptyObject(f, expression, object))];
  for (const member of expression.members) instructions.push(...writeMember(f, expression, object, made, member));
  if (object.type === "shape") instructions.push(...orderFields(f, expression, object, made.code));
  const wanted = f.representation(expression);
  return block(createLabel("object"), valueType(wanted), [...instructions, f.convert(made, wanted)]);
}

function isPlain(members: readonly ObjectMember[]): boolean {
  const names = members.map((member) => (member.type === "value" ? member.name : undefined));
  return !names.includes(undefined) && new Set(names).size === names.length;
}

/** A literal whose members are all named: one struct, made at once if its fields are in the members' order. */
function plainObject(f: FunctionGenerator, expression: ExpressionOf<"object">, object: ShapeObject): Instruction {
  const { layouts } = f.program;
  const struct = layouts.struct(object);
  const wanted = f.representation(expression);
  const fields = layouts.fields(object);
  const setup: Instruction[] = [];
  const values = new Map<string, Instruction>();
  const named = expression.members.flatMap((member) => (member.type === "value" ? [member] : []));
  const inOrder = named.every(({ name }, index) => fields.findIndex((field) => field.name === name) >= index);
  const sorted = named.map(({ name }) => fields.findIndex((field) => field.name === name));
  const straight = inOrder && sorted.every((at, index) => index === 0 || at > sorted[index - 1]!);
  for (const { name, value } of named) {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field || !f.hasValue(value)) {
      setup.push(...f.effect(value));
      continue;
    }
    const held = layouts.of(field.node);
    const code = f.valueAs(value, held);
    if (straight && setup.length === 0) values.set(name, code);
    else {
      const local = createLocal(name, valueType(held));
      setup.push(localSet(local, code));
      values.set(name, localGet(local));
    }
  }
  for (const { name, value, optional = false } of named) {
    const node = f.node(value);
    if (node && !optional && kindsOf(node) & UNDEFINED) values.set(givenField(name), i32(1));
  }
  const operands = fields.map(({ name, node }) => values.get(name) ?? undefinedAs(layouts.of(node)));
  const code = structNew(struct, ...operands);
  const local = createLocal("object", valueType(reference(struct)));
  const order = orderFields(f, expression, object, localGet(local));
  if (order.length > 0) setup.push(localSet(local, code), ...order);
  const kept = order.length > 0 ? localGet(local) : code;
  const made = f.convert({ code: kept, representation: reference(struct), kinds: 0 }, wanted);
  return setup.length === 0 ? made : block(createLabel("object"), valueType(wanted), [...setup, made]);
}

/** Notes the order of a literal's keys, if it is not the one that objects of its shape mostly have. */
function orderFields(
  f: FunctionGenerator,
  expression: ExpressionOf<"object">,
  object: ShapeObject,
  made: Instruction,
): Instruction[] {
  const order = orderOf(f.program.analysis, f.generated.instance, expression);
  const spreadsOwn = order.some((key) => typeof key !== "string" && objectsOf(key).includes(object));
  return spreadsOwn ? [] : f.program.order.set(object, made, expandOrder(order));
}

function emptyObject(f: FunctionGenerator, expression: ExpressionOf<"object">, object: AbstractObject): Instruction {
  const { layouts } = f.program;
  if (object.type === "shape") {
    const operands = layouts.fields(object).map(({ node }) => undefinedAs(layouts.of(node)));
    return structNew(layouts.struct(object), ...operands);
  }
  if (object.type !== "instance") return unreachable();
  return construct(f, siteOf(expression, "new"), object, object.class, undefined, []).code;
}

function writeMember(
  f: FunctionGenerator,
  expression: ExpressionOf<"object">,
  object: AbstractObject,
  made: Value,
  member: ObjectMember,
): Instruction[] {
  switch (member.type) {
    case "value":
      if (!f.hasValue(member.value)) return f.effect(member.value);
      return writeField(f, expression, object, made, member.name, f.value(member.value));
    case "computed": {
      const name = constantKey(f.generated.instance, member.key);
      if (!f.hasValue(member.key) || !f.hasValue(member.value))
        return [...f.effect(member.key), ...f.effect(member.value)];
      if (name !== undefined) return writeField(f, expression, object, made, name, f.value(member.value));
      const key = textOf(f, f.value(member.key));
      return writeKey(f, expression, object, made, key, f.value(member.value));
    }
    case "spread":
      return spreadInto(f, expression, object, made, member.value);
    case "get":
    case "set": {
      if (object.type !== "shape") return [];
      const closure = f.program.analysis.functionObject(member.function, f.generated.instance);
      const value = { ...makeClosure(f, closure), kinds: 0 };
      return writeField(f, expression, object, made, `@@${member.type} ${member.name}`, value);
    }
  }
}

function writeField(
  f: FunctionGenerator,
  expression: Expression,
  object: AbstractObject,
  made: Value,
  name: string,
  value: Value,
): Instruction[] {
  if (isEntry(object, name)) return writeKey(f, expression, object, made, f.text(name), value);
  if (object.type !== "shape" && object.type !== "instance") return [drop(value.code)];
  const place = f.program.layouts.field(object, name);
  if (!place) return [drop(value.code)];
  const struct = f.program.layouts.struct(object);
  return [
    structSet(struct, place.index, made.code, f.convert(value, f.representationOf(place.node))),
    ...markGiven(f.program.layouts, object, name, () => made.code, value.kinds),
  ];
}

function writeKey(
  f: FunctionGenerator,
  expression: Expression,
  object: AbstractObject,
  made: Value,
  key: Instruction,
  value: Value,
): Instruction[] {
  const setter = targetsOf(f, siteOf(expression, "set")).find(({ on }) => on === object);
  if (isDictionary(object) && setter) {
    const name: Value = { code: key, representation: EXTERN_REPRESENTATION, kinds: STRING };
    const args = [name, value].map((argument) => ({ value: () => argument, spreads: undefined }));
    return [drop(callInstance(f, setter.instance, { receiver: made, arguments: args }).code)];
  }
  if (object.type !== "shape") return [drop(key), drop(value.code)];
  return [f.program.dynamic.set(object, made.code, key, f.convert(value, ANY_REPRESENTATION))];
}

/** `{ ...source }` */
function spreadInto(
  f: FunctionGenerator,
  expression: ExpressionOf<"object">,
  object: AbstractObject,
  made: Value,
  source: Expression,
): Instruction[] {
  const node = f.node(source);
  if (!node || objectsOf(node).length === 0) return f.effect(source);
  const value = f.value(source);
  const local = createLocal("source", valueType(value.representation));
  const nothing: Instruction = { kind: "null", op: "ref.null", operands: [], heap: "none" };
  const cases = objectsOf(node).map((from): DispatchCase => ({
    objects: [from],
    kind: 0,
    code: (given) =>
      block(createLabel("spread"), valueType(ANY_REPRESENTATION), [
        ...copyFrom(f, expression, object, made, given, from),
        nothing,
      ]),
  }));
  const again: Value = { ...value, code: localGet(local) };
  const copy = drop(dispatch(f, again, cases, ANY_REPRESENTATION));
  const nullable = kindsOf(node) !== 0;
  return [
    localSet(local, value.code),
    nullable
      ? {
          kind: "if",
          op: "if",
          operands: [presence(f, again, objectsOf(node))],
          label: createLabel("spread"),
          result: undefined,
          body: [copy],
          otherwise: [],
        }
      : copy,
  ];
}

function presence(f: FunctionGenerator, value: Value, objects: readonly AbstractObject[]): Instruction {
  return f.isObject(value, objects);
}

function copyFrom(
  f: FunctionGenerator,
  expression: ExpressionOf<"object">,
  object: AbstractObject,
  made: Value,
  given: Value,
  source: AbstractObject,
): Instruction[] {
  const { layouts } = f.program;
  if (isDictionary(source) || source.type === "array") {
    const target = targetsOf(f, siteOf(expression, "copy")).find(({ on }) => on === canonical(source));
    if (!target) return [drop(given.code)];
    const args = [made, given].map((argument) => ({ value: () => argument, spreads: undefined }));
    return [drop(callInstance(f, target.instance, { arguments: args }).code)];
  }
  if (source.type !== "instance" && source.type !== "shape") return [drop(given.code)];
  const struct = layouts.struct(source);
  const kept = createLocal("source", valueType(reference(struct)));
  const instructions: Instruction[] = [localSet(kept, f.convert(given, reference(struct)))];
  if (source === object) instructions.push(...f.program.order.copy(source, localGet(kept), made.code));
  const from: Value = { code: localGet(kept), representation: reference(struct), kinds: 0 };
  for (const place of [...propertyPlaces(layouts, source), ...symbolPlaces(layouts, source)]) {
    const value = readPlace(f, source, place, from, siteOn(siteOf(expression, `spread ${place.name}`), source));
    if (place.getter || !mayLack(source, place.name)) {
      instructions.push(...writeField(f, expression, object, made, place.name, value));
      continue;
    }
    const isPresent = isPlacePresent(layouts, source, place, () => localGet(kept));
    const hasValue = layouts.field(source, givenField(place.name)) === undefined;
    const kinds = hasValue ? value.kinds & ~UNDEFINED : value.kinds;
    const write = writeField(f, expression, object, made, place.name, { ...value, kinds });
    instructions.push(ifElse(isPresent, write));
  }
  const more = targetsOf(f, siteOf(expression, "copy")).find(({ on }) => on === canonical(source));
  if (!more) return instructions;
  const args = [made, from].map((argument) => ({ value: () => argument, spreads: undefined }));
  return [...instructions, drop(callInstance(f, more.instance, { arguments: args }).code)];
}
