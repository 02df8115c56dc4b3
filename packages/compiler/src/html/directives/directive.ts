import type { PageContext } from "../page-context.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { MarkupAttribute, MarkupElement } from "../parse/markup.ts";
import type { Scope } from "../names/scope.ts";

/** What a directive gets to compile one attribute. */
export interface DirectiveContext {
  page: PageContext;
  scope: Scope | undefined;
  element: MarkupElement;
  attribute: MarkupAttribute;
  /** What follows the directive's name, in the author's letters: `title` of `data-bind-title`. */
  argument: string;
}

/** Compiles one attribute to the bindings it means. Reports what is wrong. */
export type Directive = (context: DirectiveContext) => ElementBinding[];
