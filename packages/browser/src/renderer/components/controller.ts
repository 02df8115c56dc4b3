import type { JsonObject, View } from "@rune/schema";
import type { ValueType } from "../value-type.ts";

/** What the controllers of a view export, as its expressions need to know it. */
export interface ControllerTypes {
  variable(name: string): ValueType | undefined;
  function(name: string): ValueType | undefined;
}

/** How a controller reaches the component in the page that it is of. */
export interface ComponentPlace {
  /** What it is given, by name; values are as JavaScript has them. */
  readonly props: ReadonlyMap<string, unknown>;
  readonly refs: Map<string, Element>;
  /** What it exports is something else than when it was last rendered. */
  changed(): void;
  /** It tells the view around it of something. */
  emitted(name: string, detail: unknown): void;
}

/** The controller of one component in the page. What fails in it is reported; but for `assign`, none of these throw. */
export interface ComponentController {
  /** What it exports, as it was when its last turn ended. */
  readonly data: ReadonlyMap<string, unknown>;
  /** Gives the names that have changed since it was last asked. */
  takeChanges(): string[];
  /**
   * Assigns a variable.
   * @throws RuneError
   */
  assign(name: string, value: unknown): void;
  /** Ends the turn in which variables were assigned. */
  settle(): void;
  handle(name: string, values: unknown[]): void;
  /** Calls a function without effects. */
  call(name: string, values: unknown[]): unknown;
  /** The component is in the page. */
  start(params: JsonObject): void;
  /** The component has left the page. */
  end(): void;
}

/** Makes the controllers of the components that a page shows. */
export interface ControllerSupport {
  /** What they export; known once there has been one. */
  types(view: string): ControllerTypes | undefined;
  /**
   * Makes one.
   * @throws RuneError
   */
  create(view: View, place: ComponentPlace): ComponentController;
  /**
   * Runs what reads the state of controllers.
   * @throws RuneError
   */
  inspect<T>(action: () => T): T;
}
