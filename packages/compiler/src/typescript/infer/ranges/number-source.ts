import type { FlowNode } from "../values/flow-node.ts";
import type { Relation } from "./loop-step.ts";

/** Where a number comes from that reaches a node other than by an edge. */
export type NumberSource =
  | { type: "constant"; value: number }
  /** A whole number from `min` to `max`. */
  | { type: "whole"; min: number; max: number }
  /** Numbers of a node that reach this one through a listener. */
  | { type: "same"; operands: readonly FlowNode[] }
  /** What a counting loop makes of its variable: operands are the variable, the step and the bound. */
  | { type: "step"; relation: Relation; operands: readonly [FlowNode, FlowNode, FlowNode] }
  /** What a counting loop's variable is in its body: operands are the variable and the bound. */
  | { type: "bounded"; relation: Relation; operands: readonly [FlowNode, FlowNode] }
  /** What an operator or intrinsic makes of the nodes' values. */
  | { type: "operation"; name: string; operands: readonly FlowNode[] };

/** One bigint. */
export interface BigintSource {
  type: "bigint";
  value: bigint;
}

/** What is known of values that come to a node from elsewhere than along an edge. */
export type ValueSource = NumberSource | BigintSource | typeof CHARACTER;

/** A string of at most one character: a code point, or half a surrogate pair. */
export const CHARACTER: { readonly type: "character" } = { type: "character" };

/** The whole numbers of 32 bits. */
export const INT32: NumberSource = { type: "whole", min: -(2 ** 31), max: 2 ** 31 - 1 };
/** Lengths of arrays and strings. */
export const LENGTH: NumberSource = { type: "whole", min: 0, max: 2 ** 31 - 1 };
