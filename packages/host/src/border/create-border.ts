import type { ModuleInterface } from "@rune/schema";
import type { StackMapper } from "@rune/schema/source-map";
import type { Charge } from "../fuel/charge.ts";
import type { Call } from "./border.ts";
import { Border } from "./border.ts";
import type { LibraryCodecs } from "./library/index.ts";
import { isOfLibrary } from "./codecs.ts";
import { createCallbacks } from "./callbacks.ts";
import type { BorderController, BorderState } from "./controllers.ts";
import { createMaker } from "./controllers.ts";
import { createExports } from "./exports.ts";
import { createStateReader } from "./state/create-state-reader.ts";
import { StatePlaces } from "./state/state-places.ts";
import { createVariables } from "./variables.ts";

/** The border of an instance that is to be made. */
export interface ModuleBorder {
  /** Functions of the import module `rune:border`. */
  imports: Record<string, Call>;
  /** What the module exports, as JavaScript uses it. Called once, with the exports of the instance. */
  open(exports: Record<string, unknown>): Record<string, unknown>;
  /** Acts each time that the module has run: its variables may have changed. */
  onRun(action: () => void): void;
  /** What the module exports besides functions, for who follows what becomes of it. Only once it is open. */
  state(): BorderState;
  /** Makes the controller that an export of this name makes. Only once it is open. */
  controller(name: string): BorderController | undefined;
}

/** What a border needs besides what the module says of itself. */
export interface BorderOptions {
  /** How objects of JavaScript's library cross, where {@link needsLibrary} says so. */
  library?: LibraryCodecs | undefined;
  /** What stacks of errors go through. */
  mapStack?: StackMapper | undefined;
  /** Bounds what crosses. */
  charge?: Charge | undefined;
}

/** Whether a module's objects of JavaScript's library can cross. */
export function needsLibrary({ types }: ModuleInterface): boolean {
  return types.some(isOfLibrary);
}

/** Prepares the border of one instance of a module, as its description says. */
export function createBorder(description: ModuleInterface, { library, mapStack, charge }: BorderOptions): ModuleBorder {
  const border = new Border(description, mapStack);
  border.charge = charge;
  border.library = library;
  const places = new StatePlaces(border);
  const makers = new Map<string, (() => BorderController) | undefined>();
  return {
    imports: createCallbacks(border),
    open(exports) {
      border.open(exports);
      return createExports(border);
    },
    onRun(action) {
      border.onRun = action;
    },
    state: () => ({
      variables: createVariables(border, description.exports)(),
      reader: createStateReader(places, description.exports),
    }),
    controller(name) {
      const made = description.exports.find((each) => each.name === name);
      if (made && !makers.has(name)) makers.set(name, createMaker(places, made));
      return makers.get(name)?.();
    },
  };
}
