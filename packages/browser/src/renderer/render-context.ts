import type { EventBinding, MarkupPolicy, View } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { EventHub } from "../events/event-hub.ts";
import type { Block } from "./block.ts";
import type { ExpressionContext } from "./expression.ts";
import type { PageControllers } from "./components/controller.ts";
import type { Variant } from "./components/variants.ts";
import type { SelectorRows } from "./lists/selector-rows.ts";
import type { RowQuota } from "./lists/row-quota.ts";
import type { RenderSupport } from "./support.ts";

/** What markup may hold, how much text, and what lists may repeat over. */
export type MarkupRules = Pick<
  AppContext["verifier"],
  | "attributeRefused"
  | "checkAttribute"
  | "describeRefusal"
  | "groupValue"
  | "holdText"
  | "isAllowedStyle"
  | "isUrlAttribute"
  | "listAllowedStyles"
  | "listDeclarations"
  | "listDuplicateKey"
  | "listInvalid"
  | "ownName"
>;

/** What changes of markup need to know: the rules, and where the package's files are. */
export interface MarkupContext {
  readonly document: Document;
  /** The element that holds the app. */
  readonly container: Element;
  readonly policy: MarkupPolicy;
  readonly rules: MarkupRules;
  /** Address of a file of the package, or `undefined` where there is none. */
  resolveAsset(path: string): string | undefined;
  /** Tells the app's author about a mistake that the page survives; `view` is that of the component that made it. */
  report(error: unknown, view?: string): void;
  /** Gives the focus to an element once the turn is done; the last one asked for gets it. */
  requestFocus(element: Element): void;
}

/** What links need to know about routes. */
export interface LinkContext {
  /** The real address of a route path, or `undefined` for what is no path of this app. */
  href(path: string): string | undefined;
  /** Whether the path is the route that shows. */
  isCurrent(path: string): boolean;
}

/** Everything that the templates of one page share. */
export interface RenderContext extends MarkupContext, ExpressionContext, RenderSupport {
  /** The page's view. */
  readonly view: View;
  /** The views of the components that the page can show, by name. */
  readonly views: ReadonlyMap<string, View>;
  /** Whether something is shown that can change although nothing did that is noticed. */
  isVolatile?: boolean;
  /** How much of the page's room is taken by what is inside of others. */
  room: number;
  /** The controllers of components, where some have one. */
  readonly controllers: PageControllers | undefined;
  /** The views of components as they were prepared, by name. */
  readonly variants: Map<string, readonly Variant[]>;
  /** What was refused because there is too much, such as components; each is reported once. */
  readonly refused: Set<string>;
  readonly data: Map<string, unknown>;
  /** Names of the data whose value may be another than at the last render. */
  readonly changed: Set<string>;
  /** Names of the data that updates have set since the last render, also to an equal value. */
  readonly touched: Set<string>;
  /** Blocks whose objects have changed since the last render. */
  readonly told: Block[];
  /** The selectors of all templates. */
  readonly selectors: SelectorRows[];
  /** How many rows lists may make at once, and what they have still to make; once there is a list. */
  rowQuota?: RowQuota;
  readonly events: EventHub;
  readonly links: LinkContext;
  /** Elements whose handler was to run once and has. */
  readonly spent: WeakMap<EventBinding, WeakSet<Element>>;
  /** Nodes by their `data-ref`. */
  readonly refs: Map<string, Element>;
  /** Tells of a binding of a template that failed. */
  reportBinding(view: View, template: number, binding: number, cause: unknown): void;
  /** Runs what reads the data: the controller's module may have to be asked. A failure of that is reported and gives `undefined`. */
  inspect<T>(action: () => T): T | undefined;
  /** Runs what puts something that the user entered into the data; without an action, shows what has come of it. Failures are reported. */
  enter(action?: () => void): void;
  /**
   * Assigns a name of the data.
   * @throws RuneError, where the controller keeps it and does not take the value
   */
  assign(name: string, value: unknown): void;
  /** Calls the page's controller because of an event. */
  handle(name: string, values: unknown[]): void;
}
