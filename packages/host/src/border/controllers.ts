import type { BorderCall, BorderExportDescription } from "@rune/schema";
import type { Border } from "./border.ts";
import type { Method } from "./calls.ts";
import { createMethod } from "./calls.ts";
import { parametersOf } from "./function-codec.ts";
import type { StateReader } from "./state/create-state-reader.ts";
import { createStateReader } from "./state/create-state-reader.ts";
import type { StatePlaces } from "./state/state-places.ts";
import type { BorderVariable } from "./variables.ts";
import { createVariables } from "./variables.ts";

/** The variables of a module or of a controller of its. */
export interface BorderState {
  variables: Map<string, BorderVariable>;
  /** Reads them without converting them. */
  reader: StateReader;
}

/** A controller that a module has made. */
export interface BorderController extends BorderState {
  /** Calls a function of it. */
  call(name: string, values: readonly unknown[]): unknown;
}

/** What the export makes, if that is controllers. */
export function madeBy(
  border: Border,
  made: BorderExportDescription,
): { call: BorderCall; exports: readonly BorderExportDescription[] } | undefined {
  if (made.kind !== "function" || !made.call.result) return undefined;
  const type = border.type(made.call.result[0]);
  return type.type === "controller" ? { call: made.call, exports: type.exports } : undefined;
}

/** Prepares what an export makes; `undefined` of one that makes no controllers. */
export function createMaker(places: StatePlaces, made: BorderExportDescription): (() => BorderController) | undefined {
  const { border } = places;
  const found = madeBy(border, made);
  if (!found) return undefined;
  const { call, exports } = found;
  const make = createMethod(border, call, made.name, [], (held) => held);
  const variables = createVariables(border, exports);
  const methods = new Map<string, Method>();
  for (const each of exports) {
    if (each.kind === "function")
      methods.set(each.name, createMethod(border, each.call, each.name, parametersOf(border, each.type)));
  }
  return () => {
    const controller = make(undefined, []) as object;
    return {
      variables: variables(controller),
      reader: createStateReader(places, exports, controller),
      call: (name, values) => methods.get(name)!(controller, values),
    };
  };
}
