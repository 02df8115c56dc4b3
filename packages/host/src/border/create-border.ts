import type { ModuleInterface } from "@rune/schema";
import type { StackMapper } from "@rune/schema/source-map";
import type { Charge } from "../fuel/charge.ts";
import type { Call } from "./border.ts";
import { Border } from "./border.ts";
import { createCallbacks } from "./callbacks.ts";
import { createExports } from "./exports.ts";
import { createStateReader } from "./state/create-state-reader.ts";
import type { StateReader } from "./state/create-state-reader.ts";
import type { BorderVariable } from "./variables.ts";
import { createVariables } from "./variables.ts";

/** The border of an instance that is to be made. */
export interface ModuleBorder {
  /** Functions of the import module `rune:border`. */
  imports: Record<string, Call>;
  /** What the module exports, as JavaScript uses it. Called once, with the exports of the instance. */
  open(exports: Record<string, unknown>): Record<string, unknown>;
  /** Acts each time that the module has run: its variables may have changed. */
  onRun(action: () => void): void;
  /** The variables that the module exports, for who follows what becomes of them. Only once it is open. */
  variables(): Map<string, BorderVariable>;
  /** Reads what the module exports without converting it. Only once it is open. */
  reader(): StateReader;
}

/** Prepares the border of one instance of a module, as its description says. Stacks of errors go through `mapStack`; `charge` bounds what crosses. */
export function createBorder(description: ModuleInterface, mapStack?: StackMapper, charge?: Charge): ModuleBorder {
  const border = new Border(description, mapStack);
  border.charge = charge;
  return {
    imports: createCallbacks(border),
    open(exports) {
      border.open(exports);
      return createExports(border);
    },
    onRun(action) {
      border.onRun = action;
    },
    variables: () => createVariables(border),
    reader: () => createStateReader(border),
  };
}
