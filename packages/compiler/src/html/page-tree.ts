import type { Binding, Expression, ForBinding, IfBinding } from "@rune/schema";

/** A node of the page with its directives understood, before templates are cut and paths counted. */
export type PageNode = PageText | PageElement | IfBlock | ForBlock;

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
export type ElementBinding = Unplaced<Exclude<Binding, IfBinding | ForBinding>>;
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
