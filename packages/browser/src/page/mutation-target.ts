import type { JsonObject } from "@rune/schema";
import type { RenderContext } from "../renderer/render-context.ts";

/** A page as its controller sees it. */
export interface MutationTarget extends RenderContext {
  /** The element that holds the page. */
  readonly container: Element;
  /** Whether the page is the one that shows. */
  readonly isShown: boolean;
  /** Assigns what the controller keeps itself; gives the value that the page shows then. Absent where it keeps nothing. */
  assign?: (name: string, value: unknown) => unknown;
  /** Whether data was set since the last render. */
  isDirty: boolean;
  /** Brings the page up to date with its data. */
  render(): void;
  /** Ends a turn: renders if there is a reason to, and moves the focus if that was asked for. */
  settle(): void;
  /** Names of the views that routes show. */
  readonly viewNames: readonly string[];
  /** Opens a route path, or a view by its name. Failures are reported, not thrown. */
  navigate(target: string, params: JsonObject): void;
  navigateBack(): void;
  showOverlay(dialog: HTMLDialogElement): void;
  hideOverlay(dialog: HTMLDialogElement): void;
}

/** Checks a mutation against the page and returns what carries it out; the latter does not fail. */
export type PrepareMutation<M> = (mutation: M, target: MutationTarget) => () => void;
