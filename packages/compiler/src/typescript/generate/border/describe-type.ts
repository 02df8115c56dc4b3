import type {
  BorderFieldDescription,
  BorderMemberDescription,
  BorderParameterDescription,
  BorderTypeDescription,
} from "@rune/schema";
import type { ClassObject, Crossing } from "../../infer/index.ts";
import { objectsOf } from "../../infer/index.ts";
import type { BorderField, BorderMember, BorderParameter, BorderType, IrClass } from "../../ir/index.ts";
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
  opaque: () => ({ type: "opaque" }),
  any(border) {
    const { any, crossings } = border.inference.border;
    if (!crossings.get(any.array)?.enters) return { type: "any" };
    return {
      type: "any",
      array: border.type(any.array),
      dictionary: border.type(any.dictionary),
      function: border.type(any.function),
    };
  },
  array: (border, { element, readonly }) => ({
    type: "array",
    element: border.type(element),
    ...(readonly ? { readonly } : {}),
  }),
  tuple: (border, { elements, rest }) => ({
    type: "tuple",
    elements: elements.map((each) => border.type(each)),
    ...(rest ? { rest: border.type(rest) } : {}),
  }),
  object: (border, { fields }, crossing) => ({
    type: "object",
    fields: fields.map((field) => describeField(border, field, crossing)),
  }),
  dictionary: (border, { value }) => ({ type: "dictionary", value: border.type(value) }),
  instance(border, { class: definition, members }, crossing) {
    const index = border.tables.class(definition, findClass(border, definition, crossing));
    // What errors have besides their own members is read as of any error.
    if (border.tables.classes[index]?.native !== undefined) border.type(border.inference.border.error);
    return {
      type: "instance",
      class: index,
      members: members.map((member) => describeMember(border, member)),
    };
  },
  class: (border, { class: definition, construct, instance, statics }, crossing) => ({
    type: "class",
    class: border.tables.class(definition, findClass(border, definition, crossing)),
    instance: border.type(instance),
    ...(construct ? { construct: describeParameters(border, construct.parameters) } : {}),
    statics: statics.map((member) => describeMember(border, member)),
  }),
  library: (border, { name, arguments: types }) => ({
    type: "library",
    name,
    arguments: types.map((each) => border.type(each)),
  }),
  iterable(border, type) {
    const { element } = type;
    const { border: crossings } = border.inference;
    const iterator = crossings.known(type, "iterator");
    const result = crossings.known(type, "result");
    const array = crossings.known(element, "array");
    return {
      type: "iterable",
      element: border.type(element),
      ...(array ? { array: border.type(array) } : {}),
      ...(iterator && result ? { iterator: border.type(iterator), result: border.type(result) } : {}),
    };
  },
  function: (border, { parameters }) => ({ type: "function", parameters: describeParameters(border, parameters) }),
  union: (border, { members }) => ({ type: "union", members: members.map((each) => border.type(each)) }),
};

function findClass(border: BorderGenerator, definition: IrClass, crossing: Crossing): ClassObject | undefined {
  for (const object of objectsOf(crossing.objects)) {
    if (object.type === "instance" && object.class.definition === definition) return object.class;
  }
  for (const object of border.inference.analysis.objects) {
    if (object.type === "class" && object.definition === definition && !object.merged) return object;
  }
  return undefined;
}

function describeField(border: BorderGenerator, field: BorderField, crossing: Crossing): BorderFieldDescription {
  const { name, type, optional, readonly, values } = field;
  const getter = objectsOf(crossing.objects).some((object) => object.type === "shape" && object.getters.has(name));
  return {
    name,
    type: border.type(type),
    ...(optional ? { optional } : {}),
    ...(readonly ? { readonly } : {}),
    ...(values ? { values } : {}),
    ...(getter ? { getter } : {}),
  };
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
  return parameters.map(({ name, type, optional, rest }) => ({
    name,
    type: border.type(type),
    ...(optional ? { optional } : {}),
    ...(rest ? { rest } : {}),
  }));
}
