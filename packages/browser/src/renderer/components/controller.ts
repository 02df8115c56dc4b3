import type { ComponentEvent, JsonObject, View } from "@rune/schema";
import type { Controller } from "../../page/controller.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";
import type { Home } from "../block.ts";
import type { ValueType } from "../value-type.ts";
import type { Prop } from "./names.ts";
import type { Occurrence } from "./occurrence.ts";

/** What the controllers of a view export, as its expressions need to know it. */
export interface ControllerTypes {
  variable(name: string): ValueType | undefined;
  function(name: string): ValueType | undefined;
  /** The name by which changes tell of a variable, which is none that page data could have. */
  changeName(name: string): string;
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

/** The controller of one component in the page. What fails in it is reported; but for `assign` and `enter`, none of these throw. */
export interface ComponentController {
  /** Name of the component's view. */
  readonly view: string;
  /** What of which module it is. */
  readonly runs: Pick<Controller, "part" | "module">;
  /** What it exports, as it was when its last turn ended. */
  readonly data: ReadonlyMap<string, unknown>;
  /** Gives the names, as changes tell of them, that have changed since it was last asked. */
  takeChanges(): string[];
  /**
   * Assigns a variable.
   * @throws RuneError
   */
  assign(name: string, value: unknown): void;
  /**
   * Assigns a variable what the user has entered. It shows when the turn ends that this is a part of.
   * @throws RuneError
   */
  enter(name: string, value: unknown): void;
  handle(name: string, values: unknown[]): void;
  /** Calls a function without effects. */
  call(name: string, values: unknown[]): unknown;
  /** The component is in the page; in a swap only the page is another. */
  start(params: JsonObject, isSwap?: boolean): void;
  /** The component has left the page; in a swap only the page goes. */
  end(isSwap?: boolean): void;
}

/** A place where a view uses a component, as it was compiled. */
export interface ComponentUse {
  readonly view: View;
  readonly props: readonly Prop[];
  readonly events: readonly ComponentEvent[];
  /** Where the use stands. */
  readonly scope: BindingScope;
}

/** The controllers of the components of a page. Only pages whose components have some have it. */
export interface PageControllers {
  /** Whether components of a view have controllers. */
  has(view: string): boolean;
  /** What they export; known once there has been one. */
  types(view: string): ControllerTypes | undefined;
  /** Whether components of a view show only when the page has been started. */
  delays(view: string): boolean;
  /** Makes the controller of a component, if it is to have one and that can be made by now. Returns whether the component can show. */
  attach(occurrence: Occurrence, home: Home, use: ComponentUse): boolean;
  /** Tells the controller what its use gives the component now, and gave it before. */
  give(occurrence: Occurrence, use: ComponentUse, before: readonly unknown[]): void;
  /** The component has gone. */
  detach(occurrence: Occurrence): void;
  /**
   * Loads what makes them.
   * @throws RuneError (as a rejection) with a code `module_…`, `guest_…` or `package_…`
   */
  load(): Promise<void>;
  /** The page starts. Returns whether it had not been started before. */
  start(params: JsonObject): boolean;
  /**
   * Runs what reads the state of controllers.
   * @throws RuneError
   */
  inspect<T>(action: () => T): T;
  /** Brings components up to date whose controllers export other values than before, from the outside in. */
  update(): void;
  /** The page has been rendered: controllers of what has gone stop, those of what has come start. */
  settle(): void;
  /** The page goes. */
  hide(): void;
  /** Lets go of the modules. */
  close(): void;
}
