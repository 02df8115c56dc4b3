import type { BorderType } from "../../ir/index.ts";
import type { Border } from "./border.ts";
import { declaresField } from "../objects/declared-fields.ts";
import { isEnumerable } from "../properties/property-keys.ts";
import type { Crossing } from "./crossing.ts";
import { arrayOf, get, set } from "./hold.ts";
import { actionOf } from "./host-function.ts";
import { holdAsyncIterable, makeAsyncIterable } from "./iterables.ts";
import { BOOLEAN, INDEX, NUMBER, STRING } from "./primitives.ts";
import { argument } from "./operation-builder.ts";
import { holdBuffer, holdTypedArray, makeTypedArray, typedArrays } from "./typed-arrays.ts";

type LibraryOperations = (border: Border, crossing: Crossing, types: readonly BorderType[]) => void;

const OPAQUE: BorderType = { type: "opaque" };
/** What errors say besides their message, such as a `code`. */
const DETAIL: BorderType = { type: "union", members: [STRING, NUMBER, BOOLEAN, { type: "undefined" }] };

/** What JavaScript reads of objects of the library. */
const libraryHolders: Readonly<Record<string, LibraryOperations>> = {
  Map(border, crossing, [key = OPAQUE, value = OPAQUE]) {
    for (const [name, type] of [
      ["keys", key],
      ["values", value],
    ] as const) {
      border.define(crossing, name, { result: arrayOf(border, type) }, (f, [map]) =>
        f.make({ op: "array", elements: [{ value: f.callMethod(map!, name), spread: true }] }),
      );
    }
  },
  Set(border, crossing, [element = OPAQUE]) {
    border.define(crossing, "values", { result: arrayOf(border, element) }, (f, [set]) =>
      f.make({ op: "array", elements: [{ value: set!, spread: true }] }),
    );
  },
  Date(border, crossing) {
    border.define(crossing, "time", { result: NUMBER }, (f, [date]) => f.callMethod(date!, "getTime"));
  },
  RegExp(border, crossing) {
    get(border, crossing, "source", STRING);
    get(border, crossing, "flags", STRING);
    get(border, crossing, "lastIndex", NUMBER);
  },
  Error: holdError,
  Promise(border, crossing, [value = OPAQUE]) {
    const parameters = [settle(border, value), settle(border, border.reason)];
    border.define(crossing, "then", { parameters, result: undefined }, (f, values) =>
      f.callLibrary("observePromise", values),
    );
  },
  AbortSignal(border, crossing) {
    const parameters = [settle(border, border.reason)];
    border.define(crossing, "observe", { parameters, result: undefined }, (f, values) =>
      f.callLibrary("observeAbort", values),
    );
  },
  AsyncIterable: (border, crossing, types) => holdAsyncIterable(border, crossing, [...types]),
};

/** What JavaScript reads of objects of a class of the library. */
export function holdLibrary(border: Border, crossing: Crossing, name: string, types: readonly BorderType[]): void {
  const element = typedArrays[name];
  if (element) holdTypedArray(border, crossing, element);
  else if (name === "ArrayBuffer") holdBuffer(border, crossing);
  else libraryHolders[name]?.(border, crossing, types);
}

/** What JavaScript does to make objects of a class of the library, and to change them. */
export function makeLibrary(border: Border, crossing: Crossing, name: string, types: readonly BorderType[]): void {
  const element = typedArrays[name];
  if (element) makeTypedArray(border, crossing, name, element);
  else if (name === "ArrayBuffer") make(border, crossing, name, INDEX);
  else libraryMakers[name]?.(border, crossing, types);
}

/** What settles a promise, or aborts a signal. */
function settle(border: Border, value: BorderType): BorderType {
  return border.derived(value, "settle", () => actionOf([value]));
}

/** What a promise or a signal is made with: a function that is given what settles it. */
function executor(border: Border, owner: BorderType, ...values: BorderType[]): BorderType {
  return border.derived(owner, "executor", () => actionOf(values.map((value) => settle(border, value))));
}

function holdError(border: Border, crossing: Crossing): void {
  border.define(crossing, "class", { result: STRING }, (f, [error]) => f.intrinsic("$className", error!));
  border.define(crossing, "origin", { result: OPAQUE }, (f, [error]) => f.callMethod(error!, "@@origin"));
  get(border, crossing, "name", STRING);
  get(border, crossing, "message", STRING);
  get(border, crossing, "stack", { type: "union", members: [STRING, { type: "undefined" }] });
  get(border, crossing, "cause", border.anything);
  border.analysis.mentioned.of("AggregateError").whenMet(() => {
    get(border, crossing, "errors", {
      type: "union",
      members: [arrayOf(border, border.anything), { type: "undefined" }],
    });
  });
}

/** What JavaScript does to make objects of the library, and to change them. */
const libraryMakers: Readonly<Record<string, LibraryOperations>> = {
  AsyncIterable: (border, crossing, types) => makeAsyncIterable(border, crossing, [...types]),
  Map(border, crossing, [key = OPAQUE, value = OPAQUE]) {
    make(border, crossing, "Map");
    clear(border, crossing);
    border.define(crossing, "set", { parameters: [key, value], result: undefined }, (f, [map, ...entry]) =>
      f.callMethod(map!, "set", entry.map(argument)),
    );
  },
  Set(border, crossing, [element = OPAQUE]) {
    make(border, crossing, "Set");
    clear(border, crossing);
    border.define(crossing, "add", { parameters: [element], result: undefined }, (f, [set, value]) =>
      f.callMethod(set!, "add", [argument(value!)]),
    );
  },
  Date(border, crossing) {
    make(border, crossing, "Date", NUMBER);
    border.define(crossing, "setTime", { parameters: [NUMBER], result: undefined }, (f, [date, time]) =>
      f.callMethod(date!, "setTime", [argument(time!)]),
    );
  },
  RegExp(border, crossing) {
    make(border, crossing, "RegExp", STRING, STRING);
    set(border, crossing, "lastIndex", NUMBER);
  },
  Promise(border, crossing, [value = OPAQUE]) {
    const parameters = [executor(border, value, value, border.reason)];
    border.define(crossing, "make", { handles: 0, parameters, result: "handle" }, (f, values) =>
      f.callLibrary("promiseFromHost", values),
    );
  },
  AbortSignal(border, crossing) {
    const parameters = [executor(border, crossing.type, border.reason)];
    border.define(crossing, "make", { handles: 0, parameters, result: "handle" }, (f, values) =>
      f.callLibrary("signalFromHost", values),
    );
  },
  Error(border, crossing) {
    border.define(crossing, "make", { handles: 0, parameters: [OPAQUE], result: "handle" }, (f, [error]) =>
      f.callLibrary("errorFromHost", [error!]),
    );
    border.analysis.read.of("cause").whenMet(() => set(border, crossing, "cause", OPAQUE));
    bringDetails(border, crossing);
  },
};

/** Lets errors of JavaScript have what the program asks errors for, and gives it back where the program sets it. */
function bringDetails(border: Border, crossing: Crossing): void {
  const { solver, read, set: isSet } = border.analysis;
  solver.onObject(crossing.own, (object) => {
    if (object.type !== "instance" || !object.class.definition.library) return;
    border.analysis.onField(object, (name) => {
      if (!isEnumerable(name) || declaresField(object.class, name)) return;
      read.of(name).whenMet(() => {
        set(border, crossing, name, DETAIL);
        isSet.of(name).whenMet(() => get(border, crossing, name, border.anything));
      });
    });
  });
}

function make(border: Border, crossing: Crossing, name: string, ...parameters: BorderType[]): void {
  border.define(crossing, "make", { handles: 0, parameters, result: "handle" }, (f, values) =>
    f.newLibrary(name, values),
  );
}

function clear(border: Border, crossing: Crossing): void {
  border.define(crossing, "clear", { result: undefined }, (f, [object]) => f.callMethod(object!, "clear"));
}
