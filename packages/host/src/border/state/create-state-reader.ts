import type { BorderExportDescription } from "@rune/schema";
import type { Call } from "../border.ts";
import { createMethod } from "../calls.ts";
import { parametersOf } from "../function-codec.ts";
import type { StatePlaces } from "./state-places.ts";
import type { StateType } from "./state-type.ts";

/** An exported variable, as the module holds it. */
export interface StateVariable {
  readonly type: StateType;
  read(): unknown;
}

/** An exported function, called with values of JavaScript's; what it gives is as the module holds it. */
export interface StateFunction {
  readonly type: StateType;
  call(values: readonly unknown[]): unknown;
}

/**
 * Reads the state of a module without a copy of it: objects stay references of the module, and only what is asked for is read.
 * What a reading throws is the module's failure.
 */
export interface StateReader {
  variable(name: string): StateVariable | undefined;
  function(name: string): StateFunction | undefined;
  /**
   * Acts when an object changes that is watched, while the module runs: with who watches it. The action must not use the module. An
   * object is not watched any more once it has changed.
   */
  onChanged(action: (owner: object) => void): void;
}

/** The reader of exports of an instance, or of a controller that it has made. */
export function createStateReader(
  places: StatePlaces,
  exports: readonly BorderExportDescription[],
  controller?: object,
): StateReader {
  const { border } = places;
  const functions = new Map<string, StateFunction | undefined>();
  const createFunction = (name: string): StateFunction | undefined => {
    const found = exports.find((each) => each.kind === "function" && each.name === name);
    if (found?.kind !== "function") return undefined;
    const { type, decode = (held: unknown) => held } = places.place(found.call.result);
    const call = createMethod(border, found.call, name, parametersOf(border, found.type), decode);
    return { type, call: (values) => call(controller, values) };
  };
  return {
    variable(name) {
      const found = exports.find((each) => each.kind === "value" && each.name === name);
      if (found?.kind !== "value") return undefined;
      const { type, decode } = places.place(found.read.result);
      const call = border.exported(found.read.name) as Call;
      return { type, read: decode ? () => decode(call(controller)) : () => call(controller) };
    },
    function(name) {
      if (!functions.has(name)) functions.set(name, createFunction(name));
      return functions.get(name);
    },
    onChanged(action) {
      border.onChanged = action;
    },
  };
}
