import type { CompiledTemplate } from "../block.ts";
import type { RowNames } from "../data-names.ts";
import type { RenderContext } from "../render-context.ts";

/** Where a binding stands, as far as compiling it needs to know. */
export interface BindingScope {
  readonly context: RenderContext;
  /** The rows around the binding, from the innermost outwards. */
  readonly rows: RowNames;
  /** Tag of the bound element; empty for a region. */
  readonly tag: string;
  /** A template of the same view, prepared when it is first needed. */
  template(index: number, rows: RowNames): () => CompiledTemplate;
}
