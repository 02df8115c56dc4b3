import type { StateReader } from "@rune/host";
import type { JsonObject } from "@rune/schema";
import type { RenderContext } from "../renderer/render-context.ts";

/** The part of a page's data that its controller keeps. */
export interface ControllerState {
  /** Absent where the module has no objects that could be referred to. */
  readonly reader: StateReader | undefined;
  /** Whether it keeps the value of a name. */
  keeps(name: string): boolean;
  /**
   * Runs what reads the data.
   * @throws RuneError
   */
  inspect<T>(action: () => T): T;
  /** A value that it keeps, as it can be assigned again. */
  hold(name: string): unknown;
  /** Assigns a value, and shows what became of it in the page's data. */
  assign(name: string, value: unknown): void;
}

/** A page as its controller sees it. */
export interface MutationTarget extends RenderContext {
  /** Of a component: the page that it is in. */
  readonly page?: MutationTarget;
  /** The element that holds the page. */
  readonly container: Element;
  /** Whether the page is the one that shows. */
  readonly isShown: boolean;
  /** What the controller keeps; absent before there is one. */
  state: ControllerState | undefined;
  /** From now on the data is what the controller exports, where it exports it; without one, nothing of that. */
  connect(state: ControllerState | undefined): void;
  /** An object of the module has changed that blocks watch, of this page or of another that shares the module. */
  noteChange(owner: object): void;
  /** Whether there is a reason to render. */
  isDirty: boolean;
  /** Whether everything is to be looked at when rendering, because more than data has changed. */
  isStale: boolean;
  /** Brings the page up to date with its data. */
  render(): void;
  /** Where there is `<use>`: to be called before something has the browser lay out the page. */
  checkDrawings(): void;
  /** Ends a turn: renders if there is a reason to, and moves the focus if that was asked for. */
  settle(): void;
  /** Names of the views that routes show. */
  readonly viewNames: readonly string[];
  /** Opens a route path, or a view by its name, perhaps in place of the page that shows. Failures are reported, not thrown. */
  navigate(target: string, params: JsonObject, replaces?: boolean): void;
  navigateBack(): void;
  showOverlay(dialog: HTMLDialogElement): void;
  hideOverlay(dialog: HTMLDialogElement): void;
}

/** Checks a mutation against the page and returns what carries it out; the latter does not fail. */
export type PrepareMutation<M> = (mutation: M, target: MutationTarget) => () => void;
