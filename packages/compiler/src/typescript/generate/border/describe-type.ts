import type {
  BorderExportDescription,
  BorderFieldDescription,
  BorderMemberDescription,
  BorderParameterDescription,
  BorderTypeDescription,
} from "@rune/schema";
import type { ClassObject, Crossing } from "../../infer/index.ts";
import { classChain, objectsOf, usualOrder } from "../../infer/index.ts";
import type { BorderField, BorderMember, BorderParameter, BorderType, IrClass, IrExport } from "../../ir/index.ts";
import type { BorderGenerator } from "./generate-border.ts";

type Describers = {
  [Type in BorderType["type"]]: (
    border: BorderGenerator,
    type: Extract<BorderType, { type: Type }>,
    crossing: Crossing,
  ) => BorderTypeDescription;
};

/** Describes a type, without its operations. */
export function describeType(border: BorderGenerator, crossing: Crossing): BorderTypeDescription {
  const describe = describers[crossing.type.type] as (
    border: BorderGenerator,
    type: BorderType,
    crossing: Crossing,
  ) => BorderTypeDescription;
  return describe(border, crossing.type, crossing);
}

const describers: Describers = {
  undefined: () => ({ type: "undefined" }),
  null: () => ({ type: "null" }),
  boolean: () => ({ type: "boolean" }),
  number: () => ({ type: "number" }),
  string: () => ({ type: "string" }),
  bigint: () => ({ type: "bigint" }),
  symbol: () => ({ type: "symbol" }),
  opaque: (border) => (border.inference.analysis.hostIsRead.holds ? describeAny(border) : { type: "opaque" }),
  any: (border) => describeAny(border),
  array: (border, { element, readonly }, crossing) => ({
    type: "array",
    element: border.type(element),
    ...(readonly ? { readonly } : {}),
    ...(border.isStill(crossing) ? { still: true as const } : {}),
  }),
  tuple: (border, { elements, rest }) => ({
    type: "tuple",
    elements: elements.map((each) => border.type(each)),
    ...(rest ? { rest: border.type(rest) } : {}),
  }),
  object: (border, { fields }, crossing) => ({
    type: "object",
    fields: inOrder(fields, namesOf(crossing)).map((field) => describeField(border, field, crossing)),
  }),
  dictionary: (border, { value, named }) => ({
    type: "dictionary",
    value: border.type(value),
    ...(named ? { named } : {}),
  }),
  instance(border, { class: definition, members }, crossing) {
    const object = findClass(border, definition, crossing);
    const index = border.tables.class(definition, object);
    // What errors have besides their own members is read as of any error.
    if (border.tables.classes[index]?.native !== undefined) border.type(border.inference.border.error);
    return {
      type: "instance",
      class: index,
      members: inOrder(members, fieldNames(object)).map((member) => describeMember(border, member)),
    };
  },
  class: (border, { class: definition, construct, instance, statics }, crossing) => ({
    type: "class",
    class: border.tables.class(definition, findClass(border, definition, crossing)),
    instance: border.type(instance),
    ...(construct ? { construct: describeParameters(border, construct.parameters) } : {}),
    statics: statics.map((member) => describeMember(border, member)),
  }),
  library(border, type) {
    const iterator = border.inference.border.known(type, "iterator");
    const bytes = border.inference.border.known(type, "bytes");
    return {
      type: "library",
      name: type.name,
      arguments: type.arguments.map((each) => border.type(each)),
      ...(iterator ? { iterator: border.type(iterator) } : {}),
      ...(bytes ? { bytes: border.type(bytes) } : {}),
    };
  },
  iterable(border, type) {
    const { element, steps } = type;
    const { border: crossings } = border.inference;
    const iterator = crossings.known(type, "iterator");
    const result = crossings.known(type, "result");
    const array = steps ? undefined : crossings.known(element, "array");
    return {
      type: "iterable",
      element: border.type(element),
      ...(steps ? { steps } : {}),
      ...(array ? { array: border.type(array) } : {}),
      ...(iterator && result ? { iterator: border.type(iterator), result: border.type(result) } : {}),
    };
  },
  function: (border, { parameters, fields }, crossing) => ({
    type: "function",
    parameters: describeParameters(border, parameters),
    ...(fields.length > 0 ? { fields: fields.map((field) => describeField(border, field, crossing)) } : {}),
  }),
  controller: (border, { exports }, crossing) => ({
    type: "controller",
    exports: exports.map((made) => describeMemberOf(border, made, crossing)),
  }),
  union: (border, { members }) => ({ type: "union", members: members.map((each) => border.type(each)) }),
};

/** Names of fields in the order in which instances get them. */
function fieldNames(object: ClassObject | undefined): string[] {
  const chain = object ? classChain(object) : [];
  return chain.reverse().flatMap(({ definition }) => definition.fields);
}

/** Names of properties in the order in which the program makes objects. */
function namesOf(crossing: Crossing): string[] {
  for (const object of objectsOf(crossing.own)) if (object.type === "shape") return usualOrder(object);
  return [];
}

/** The same, ordered by their names. */
function inOrder<T extends { name: string }>(all: readonly T[], names: readonly string[]): T[] {
  const rank = ({ name }: T): number => {
    const index = names.indexOf(name);
    return index < 0 ? names.length : index;
  };
  return [...all].sort((first, second) => rank(first) - rank(second));
}

function describeAny(border: BorderGenerator): BorderTypeDescription {
  const { any, crossings } = border.inference.border;
  const members = any.filter(({ type }) => crossings.get(type)?.enters).map(({ type }) => border.type(type));
  return members.length > 0 ? { type: "any", members } : { type: "any" };
}

function findClass(border: BorderGenerator, definition: IrClass, crossing: Crossing): ClassObject | undefined {
  for (const object of objectsOf(crossing.own)) {
    if (object.type === "instance" && object.class.definition === definition) return object.class;
  }
  for (const object of border.inference.analysis.objects) {
    if (object.type === "class" && object.definition === definition && !object.merged) return object;
  }
  return undefined;
}

function describeField(border: BorderGenerator, field: BorderField, crossing: Crossing): BorderFieldDescription {
  const { name, type, optional, lenient, readonly, values } = field;
  const getter = objectsOf(crossing.own).some((object) => object.type === "shape" && object.getters.has(name));
  return {
    name,
    type: border.type(type),
    ...(optional ? { optional } : {}),
    ...(lenient ? { lenient } : {}),
    ...(readonly ? { readonly } : {}),
    ...(values ? { values } : {}),
    ...(getter ? { getter } : {}),
  };
}

function describeMemberOf(border: BorderGenerator, made: IrExport, { operations }: Crossing): BorderExportDescription {
  const { name, type, variable } = made;
  const call = operations.get(`call ${name}`);
  if (call) return { name, kind: "function", type: border.type(type), call: border.call(call) };
  const write = operations.get(`set ${name}`);
  const live = variable.kind === "let" || variable.kind === "var";
  const read = border.call(operations.get(`get ${name}`)!);
  return { name, kind: "value", read, ...(write && { write: border.call(write) }), live };
}

function describeMember(border: BorderGenerator, member: BorderMember): BorderMemberDescription {
  const { name, kind, type, optional, readonly } = member;
  return {
    name,
    kind,
    type: border.type(type),
    ...(optional ? { optional } : {}),
    ...(readonly ? { readonly } : {}),
  };
}

function describeParameters(
  border: BorderGenerator,
  parameters: readonly BorderParameter[],
): BorderParameterDescription[] {
  return parameters.map(({ name, type, optional, lenient, rest }) => ({
    name,
    type: border.type(type),
    ...(optional ? { optional } : {}),
    ...(lenient ? { lenient } : {}),
    ...(rest ? { rest } : {}),
  }));
}
