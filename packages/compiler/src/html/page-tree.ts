import type { Binding, BlockBinding, ComponentEvent, ComponentProp, Expression } from "@rune/schema";
import type { ComponentUse } from "./components/component-use.ts";

/** A node of the page with its directives understood, before templates are cut and paths counted. */
export type PageNode = PageText | PageElement | IfBlock | ForBlock | ComponentBlock | SlotBlock;

/** Static text. */
export interface PageText {
  type: "text";
  value: string;
}

/** An element that is there whenever its template is. */
export interface PageElement {
  type: "element";
  tag: string;
  attributes: [name: string, value: string][];
  bindings: ElementBinding[];
  children: PageNode[];
}

/** A binding of an element, still without its path. */
export type ElementBinding = Unplaced<Exclude<Binding, BlockBinding>>;
type Unplaced<B> = B extends Binding ? Omit<B, "at"> : never;

/** One of several branches. */
export interface IfBlock {
  type: "if";
  branches: PageBranch[];
}

/** A branch; without condition it is the `else`. */
export interface PageBranch {
  when?: Expression;
  children: PageNode[];
}

/** Rows over a list. */
export interface ForBlock {
  type: "for";
  item: string;
  index?: string;
  each: Expression;
  key?: Expression;
  filter?: Expression;
  children: PageNode[];
  empty?: PageNode[];
}

/** A component. */
export interface ComponentBlock {
  type: "component";
  view: string;
  props: ComponentProp[];
  events: ComponentEvent[];
  slots: SlotContent[];
  /** What is noted of it for the check of the whole app. */
  use: ComponentUse | undefined;
}

/** What a component is given for one of its slots. */
export interface SlotContent {
  name: string;
  children: PageNode[];
}

/** A place for what a component is given. */
export interface SlotBlock {
  type: "slot";
  name: string;
  fallback?: PageNode[];
}
