import type { Expression } from "@rune/schema";
import type { Scope } from "../names/scope.ts";
import type { PageContext } from "../page-context.ts";
import type { Span } from "../reporter.ts";
import type { ExpressionNode } from "./ast.ts";
import type { Shape } from "./shape.ts";
import type { StaticType } from "./static-type.ts";

/** An expression of the view format and what is known of its value. */
export interface Lowered {
  expression: Expression;
  type: StaticType;
  shape: Shape;
  /** The number, where the author wrote one. */
  literal?: number;
}

/** Where an expression is, and how its parts are lowered. */
export interface LowerContext {
  page: PageContext;
  scope: Scope | undefined;
  /** `$event` exists. */
  inHandler: boolean;
  /** Maps a range of the expression to the page's text. */
  locate: (start: number, end: number) => Span;
  lower: (node: ExpressionNode) => Lowered;
}

/** A value of which only the type is known. */
export function typed(expression: Expression, type: StaticType): Lowered {
  return { expression, type, shape: undefined };
}
