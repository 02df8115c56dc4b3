import type { BorderType } from "../../ir/index.ts";
import type { Border } from "./border.ts";
import type { Crossing } from "./crossing.ts";
import { hostFunction, isAction } from "./host-function.ts";
import { makeIterable } from "./iterables.ts";
import { elementOfTuple, set, setElements, setEntries } from "./hold.ts";
import { INDEX, STRING, isSimple } from "./primitives.ts";
import { makeLibrary } from "./library-types.ts";

type Makers = {
  [Type in BorderType["type"]]?: (
    border: Border,
    crossing: Crossing,
    type: Extract<BorderType, { type: Type }>,
  ) => void;
};

/** What JavaScript does to make objects of the program of its own, and to change them, by type. */
export const makers: Makers = {
  object(border, crossing, { shape, fields }) {
    border.define(crossing, "make", { handles: 0, parameters: fields, result: "handle" }, (f, values) =>
      f.make({
        op: "object",
        shape,
        members: fields.map(({ name, optional }, index) => ({ type: "value", name, value: values[index]!, optional })),
      }),
    );
    for (const { name, type, readonly, optional, lenient = false } of fields) {
      // The host gives what is not simple once there is an object that it may refer to.
      if (!readonly || !isSimple(type)) set(border, crossing, name, type, optional || lenient);
    }
  },
  array: (border, crossing, { element }) => makeArray(border, crossing, element),
  tuple: (border, crossing, type) => makeArray(border, crossing, elementOfTuple(border, type)),
  dictionary(border, crossing, { shape, value }) {
    border.define(crossing, "make", { handles: 0, result: "handle" }, (f) =>
      f.make({ op: "object", shape, members: [] }),
    );
    setEntries(border, crossing, "set", value);
    border.define(crossing, "delete", { parameters: [STRING], result: undefined }, (f, [object, key]) =>
      f.make({ op: "deleteElement", object: object!, key: key! }),
    );
  },
  function(border, crossing, type) {
    const { analysis } = border;
    const made = hostFunction(analysis, type);
    analysis.hostThrows.note();
    if (!isAction(type)) border.enterThrown();
    type.parameters.forEach(({ type: parameter }, index) => border.leave(made.parameters[index]!, parameter));
    border.enter(made.result, type.result);
    made.isCalledOn.whenMet(() => border.leave(made.receiver, border.anything));
    analysis.solver.addObject(crossing.own, made);
  },
  iterable: makeIterable,
  library(border, crossing, type) {
    makeLibrary(border, crossing, type.name, type.arguments);
  },
};

function makeArray(border: Border, crossing: Crossing, element: BorderType): void {
  border.define(crossing, "make", { handles: 0, parameters: [INDEX], result: "handle" }, (f, [capacity]) =>
    f.intrinsic("$arrayNew", capacity!),
  );
  border.define(crossing, "push", { parameters: [element], result: undefined }, (f, [array, value]) =>
    f.intrinsic("$arrayPush", array!, value!),
  );
  setElements(border, crossing, element);
  border.define(crossing, "cut", { parameters: [INDEX], result: undefined }, (f, [array, length]) =>
    f.intrinsic("$arraySetLength", array!, length!),
  );
}
