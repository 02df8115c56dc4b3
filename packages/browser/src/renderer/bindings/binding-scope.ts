import type { View } from "@rune/schema";
import type { CompiledTemplate } from "../block.ts";
import type { ComponentScope, ExpressionScope } from "../expression.ts";
import type { WatchedObject } from "../reads.ts";
import type { RenderContext } from "../render-context.ts";
import type { Row, RowScope } from "../row.ts";

/** Where a binding stands, as far as compiling it needs to know. */
export interface BindingScope extends ExpressionScope {
  readonly context: RenderContext;
  /** The view that the binding is in. */
  readonly view: View;
  readonly component: ViewComponent | undefined;
  /** The node in the template that is bound in its clones. */
  readonly node: Node;
  /** Tag of the bound element; empty for a region. */
  readonly tag: string;
  /** The whole of another view, as a component sees it. */
  compileView(view: View, component: ViewComponent): CompiledTemplate;
  /** A template of the same view. Besides what its bindings read, its blocks watch `objects`. */
  template(index: number, rows: readonly RowScope[], objects?: readonly WatchedObject[]): InnerTemplate;
}

/** What bindings of attributes need of it. */
export type MarkupScope = Pick<BindingScope, "context" | "tag" | "view">;

/** A template that is prepared when it is first needed. */
export interface InnerTemplate {
  get(): CompiledTemplate;
  /** The template, if it was needed already. */
  known(): readonly CompiledTemplate[];
}

/** A component as the bindings of its own view see it. */
export interface ViewComponent extends ComponentScope {
  /** What it was given for a slot: a template of the view that uses it. */
  slot(name: string): InnerTemplate | undefined;
  /** Where the nodes by their `data-ref` are noted of the component that a row is in, `depth` rows of its view around. */
  refsOf(row: Row | undefined, depth: number): Map<string, Element>;
}
