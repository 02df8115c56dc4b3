import type ts from "typescript";
import type { Expression, Statement } from "../../ir/index.ts";

/**
 * Declarations and assignments have different trees for the same patterns. This is what both say about one target.
 */
export interface PatternTarget {
  node: ts.Node;
  /** Instead of `undefined`. */
  initializer: ts.Expression | undefined;
  /** What is done with the value. */
  bind(value: Expression): Statement[];
}

/** An element of an array pattern; `undefined` for a hole. */
export type ArrayElement = { target: PatternTarget; rest: boolean } | undefined;

/** A property of an object pattern. */
export interface ObjectElement {
  /** `undefined` for the rest. */
  name: ts.PropertyName | undefined;
  target: PatternTarget;
}
