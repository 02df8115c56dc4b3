import type { BorderFunction, BorderMember, BorderType, Expression } from "../../ir/index.ts";
import type { Border } from "./border.ts";
import type { Crossing } from "./crossing.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import { holdIterable } from "./iterables.ts";
import { holdLibrary } from "./library-types.ts";
import { argument, argumentsOf, restOf } from "./operation-builder.ts";
import { useController } from "./use-controller.ts";
import { ENTERED, INDEX, NUMBER, STRING } from "./primitives.ts";

type Holders = {
  [Type in BorderType["type"]]?: (
    border: Border,
    crossing: Crossing,
    type: Extract<BorderType, { type: Type }>,
  ) => void;
};

/** What JavaScript does with the objects that it holds, by type. */
export const holders: Holders = {
  object(border, crossing, { fields }) {
    for (const { name, type, optional } of fields) {
      get(border, crossing, name, type);
      if (border.enters.has(name)) set(border, crossing, name, type, optional);
      if (type.type === "function") method(border, crossing, name, type);
    }
  },
  array(border, crossing, { element }) {
    readElements(border, crossing, element);
    if (border.enters.has("[]")) setElements(border, crossing, element);
  },
  tuple: (border, crossing, type) => readElements(border, crossing, elementOfTuple(border, type)),
  dictionary(border, crossing, { value }) {
    border.define(crossing, "keys", { result: arrayOf(border, STRING) }, (f, [object]) =>
      f.callMethod(f.make({ op: "library", name: "Object" }), "keys", [argument(object!)]),
    );
    border.define(crossing, "get", { parameters: [STRING], result: value }, (f, [object, key]) =>
      f.make({ op: "element", object: object!, key: key! }),
    );
    // Entries that may be anything would else let anything in, wherever such objects are.
    if (border.enters.size > 0 && value.type === "any") setEntries(border, crossing, "enter", ENTERED);
    else if (border.enters.size > 0) setEntries(border, crossing, "set", value);
  },
  instance(border, crossing, { members }) {
    for (const member of members) useMember(border, crossing, member, undefined, 1);
    border.holdErrors(crossing);
  },
  class(border, crossing, { construct, instance, statics }) {
    const { self, handles } = border.classReference(crossing);
    if (construct) {
      const rest = restOf(construct.parameters);
      const made = border.crossing(instance);
      border.hold(made);
      const signature = { handles, self, parameters: construct.parameters, result: made };
      border.define(crossing, "new", signature, (f, [callee, ...args]) =>
        f.make({ op: "new", callee: callee!, arguments: argumentsOf(args, rest) }),
      );
    }
    for (const member of statics) useMember(border, crossing, member, self, handles);
  },
  function(border, crossing, type) {
    border.analysis.solver.onObject(crossing.own, (object) => {
      // JavaScript calls its own functions itself.
      if (object.type === "hostFunction") return;
      border.define(crossing, "call", { parameters: type.parameters, result: type.result }, (f, [callee, ...args]) =>
        f.make({ op: "call", callee: callee!, arguments: argumentsOf(args, restOf(type.parameters)) }),
      );
    });
    for (const field of type.fields) {
      get(border, crossing, field.name, field.type);
      if (!field.readonly) set(border, crossing, field.name, field.type, field.optional);
    }
  },
  iterable: holdIterable,
  controller: useController,
  library(border, crossing, type) {
    holdLibrary(border, crossing, type.name, type.arguments);
  },
};

/** Reads a property. */
export function get(border: Border, crossing: Crossing, name: string, result: BorderType): void {
  border.define(crossing, `get ${name}`, { result }, (f, [object]) => f.property(object!, name));
}

/** Writes a property. */
export function set(border: Border, crossing: Crossing, name: string, type: BorderType, optional = false): void {
  const signature = { parameters: [{ type, optional }], result: undefined };
  border.define(crossing, `set ${name}`, signature, (f, [object, value]) =>
    f.make({ op: "setProperty", object: object!, name, value: value! }),
  );
}

/** Calls what a property holds with its object as the receiver. */
function method(border: Border, crossing: Crossing, name: string, type: BorderFunction): void {
  border.onReceiver(crossing, name, () => {
    const rest = restOf(type.parameters);
    const signature = { parameters: type.parameters, result: type.result };
    border.define(crossing, `call ${name}`, signature, (f, [object, ...args]) =>
      f.callMethod(object!, name, argumentsOf(args, rest)),
    );
  });
}

function useMember(
  border: Border,
  crossing: Crossing,
  { name, kind, type, readonly }: BorderMember,
  self: ((f: OperationBuilder) => Expression) | undefined,
  handles: number,
): void {
  if (kind === "method" && type.type === "function") {
    const rest = restOf(type.parameters);
    const signature = { handles, self, parameters: type.parameters, result: type.result };
    border.define(crossing, `call ${name}`, signature, (f, [object, ...args]) =>
      f.callMethod(object!, name, argumentsOf(args, rest)),
    );
    return;
  }
  if (kind !== "set") {
    border.define(crossing, `get ${name}`, { handles, self, result: type }, (f, [object]) => f.property(object!, name));
  }
  if (readonly || kind === "get" || kind === "method") return;
  const signature = { handles, self, parameters: [type], result: undefined };
  border.define(crossing, `set ${name}`, signature, (f, [object, value]) =>
    f.make({ op: "setProperty", object: object!, name, value: value! }),
  );
}

function readElements(border: Border, crossing: Crossing, element: BorderType): void {
  border.define(crossing, "length", { result: NUMBER }, (f, [array]) => f.property(array!, "length"));
  border.define(crossing, "get", { parameters: [INDEX], result: element }, (f, [array, index]) =>
    f.intrinsic("$arrayGet", array!, index!),
  );
}

/** Writes elements. */
export function setElements(border: Border, crossing: Crossing, element: BorderType): void {
  border.define(crossing, "set", { parameters: [INDEX, element], result: undefined }, (f, [array, index, value]) =>
    f.intrinsic("$arraySet", array!, index!, value!),
  );
}

/** Writes entries. */
export function setEntries(border: Border, crossing: Crossing, name: string, value: BorderType): void {
  border.define(crossing, name, { parameters: [STRING, value], result: undefined }, (f, [object, key, given]) =>
    f.make({ op: "setElement", object: object!, key: key!, value: given! }),
  );
}

/** What the elements of a tuple are, taken together. */
export function elementOfTuple(border: Border, type: Extract<BorderType, { type: "tuple" }>): BorderType {
  return border.derived(type, "element", () => ({
    type: "union",
    members: [...type.elements, ...(type.rest ? [type.rest] : [])],
  }));
}

/** Arrays of a type that only the border knows. */
export function arrayOf(border: Border, element: BorderType): BorderType {
  return border.derived(element, "array", () => ({ type: "array", element, readonly: true }));
}
