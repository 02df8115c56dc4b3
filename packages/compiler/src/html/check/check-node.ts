import type { ExpressionNode } from "../expression/ast.ts";
import type { Span } from "../reporter.ts";

/** An expression as its author wrote it. */
export interface CheckedExpression {
  node: ExpressionNode;
  /** Maps a range of the expression to the page's text. */
  locate: (start: number, end: number) => Span;
}

/** What a field gives: text or a number, yes or no, one of several values, files. */
export type EnteredKind = "text" | "check" | "list" | "files";

/** What a view does with values, as far as their types matter: the tree without its elements. */
export type CheckNode = ValueCheck | HandlerCheck | ModelCheck | IfCheck | ForCheck | UseCheck;

/** Something is shown. */
export interface ValueCheck {
  type: "value";
  expression: CheckedExpression;
}

/** Something is called with an event. */
export interface HandlerCheck {
  type: "handler";
  expression: CheckedExpression;
}

/** What a user enters is assigned. */
export interface ModelCheck {
  type: "model";
  place: CheckedExpression;
  enters: EnteredKind;
  /** What can be chosen of the texts that it gives, where that is written down. */
  options?: readonly CheckedOption[];
}

/** A value that can be chosen. */
export interface CheckedOption {
  text: string;
  span: Span;
}

/** A component is given values. */
export interface UseCheck {
  type: "use";
  /** Name of the component's view; absent where it has none. */
  view: string | undefined;
  props: { name: string; value: CheckedExpression }[];
}

/** One of several branches. */
export interface IfCheck {
  type: "if";
  branches: { when: CheckedExpression | undefined; children: CheckNode[] }[];
}

/** Rows over a list. */
export interface ForCheck {
  type: "for";
  item: string;
  index: string | undefined;
  /** Absent where it is no expression. */
  list: CheckedExpression | undefined;
  key: CheckedExpression | undefined;
  filter: CheckedExpression | undefined;
  children: CheckNode[];
  empty: CheckNode[];
}
