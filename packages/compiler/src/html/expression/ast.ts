import type { BinaryOperator } from "@rune/schema";
import type { Span } from "../reporter.ts";

/** Where a node is in the expression's text, and how many levels of nodes it has. */
interface NodeBase extends Span {
  depth: number;
  /** The author put it in parentheses. */
  grouped?: true;
}

/** A parsed expression whose names are not resolved yet. */
export type ExpressionNode =
  | LiteralNode
  | NameNode
  | MemberNode
  | IndexNode
  | UnaryNode
  | BinaryNode
  | ConditionalNode
  | TextNode
  | CallNode;

/** A literal; `undefined` counts as one. */
export interface LiteralNode extends NodeBase {
  type: "literal";
  value: null | boolean | number | string | undefined;
}

/** A name, `$event` and `$index` included. */
export interface NameNode extends NodeBase {
  type: "name";
  name: string;
}

/** `object.name`, also written `object["name"]`. */
export interface MemberNode extends NodeBase {
  type: "member";
  object: ExpressionNode;
  name: string;
  nameSpan: Span;
}

/** `object[key]`. */
export interface IndexNode extends NodeBase {
  type: "index";
  object: ExpressionNode;
  key: ExpressionNode;
}

/** `!a`, `-a`, `+a`, by the names of the view format. */
export interface UnaryNode extends NodeBase {
  type: "unary";
  operator: "not" | "negate" | "number";
  operand: ExpressionNode;
}

/** An operator between two operands, by the names of the view format. */
export interface BinaryNode extends NodeBase {
  type: "binary";
  operator: BinaryOperator;
  left: ExpressionNode;
  right: ExpressionNode;
}

/** `condition ? yes : no`. */
export interface ConditionalNode extends NodeBase {
  type: "conditional";
  condition: ExpressionNode;
  yes: ExpressionNode;
  no: ExpressionNode;
}

/** A template literal. */
export interface TextNode extends NodeBase {
  type: "text";
  parts: ExpressionNode[];
}

/** A call of a named function. */
export interface CallNode extends NodeBase {
  type: "call";
  callee: string;
  calleeSpan: Span;
  arguments: ExpressionNode[];
}

/** A node as the parser makes it, before its depth is counted. */
export type UncountedNode = ExpressionNode extends infer N
  ? N extends ExpressionNode
    ? Omit<N, "depth">
    : never
  : never;

/** The nodes directly below a node. */
export function listChildren(node: UncountedNode): ExpressionNode[] {
  switch (node.type) {
    case "literal":
    case "name":
      return [];
    case "member":
      return [node.object];
    case "index":
      return [node.object, node.key];
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.condition, node.yes, node.no];
    case "text":
      return node.parts;
    case "call":
      return node.arguments;
  }
}
