import type { JsonObject } from "@rune/schema";
import type { InstanceExports } from "@rune/host";
import type { ControllerModule } from "../controller/load-module.ts";
import type { ControllerState } from "./mutation-target.ts";

/** A page's controller. What fails in it is reported; none of these throw, but for `ask`. */
export interface Controller {
  /** Whether it wants to know the parameters of the route. */
  readonly takesParams: boolean;
  /** Calls an export because something happened, and brings what it did to the page. */
  turn(name: string, values: readonly unknown[]): unknown;
  /** Runs what changes its state because of what the user entered; without an action, brings that to the page. */
  enter(action?: () => void): void;
  /**
   * Calls an export for its answer.
   *
   * @throws RuneError (as a rejection)
   */
  ask(name: string, values: readonly unknown[]): Promise<unknown>;
  /** Calls a function without effects. */
  evaluate(name: string, values: unknown[]): unknown;
  /** What of the module it is. */
  readonly part: InstanceExports;
  readonly module: ControllerModule;
  /** The page's route was entered; in a swap only the page is another. */
  start(params: JsonObject, isSwap?: boolean): Promise<void>;
  /** The page's route was left; in a swap only the page goes. */
  stop(isSwap?: boolean): void;
  /** Ends the controller for good. */
  close(): void;
  /** What it keeps of the data. */
  readonly state: ControllerState;
}
