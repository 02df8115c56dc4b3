import type { BinaryOperator } from "@rune/schema";
import { unknownProperty } from "./messages.ts";
import { suggestName } from "../names/suggest.ts";
import type {
  BinaryNode,
  ConditionalNode,
  ExpressionNode,
  IndexNode,
  LiteralNode,
  MemberNode,
  TextNode,
  UnaryNode,
} from "./ast.ts";
import { lowerPureCall } from "./lower-call.ts";
import { checkEventKey, lowerEvent, readEventPath } from "./lower-event.ts";
import { lowerName } from "./lower-name.ts";
import { typed } from "./lowered.ts";
import type { LowerContext, Lowered } from "./lowered.ts";
import { readElements, readProperty } from "./shape.ts";
import type { StaticType } from "./static-type.ts";

/** Resolves the names of an expression and reports those that do not exist. */
export function lowerExpression(place: Omit<LowerContext, "lower">, node: ExpressionNode): Lowered {
  const context: LowerContext = { ...place, lower: (child) => lowerNode(context, child) };
  return context.lower(node);
}

function lowerNode(context: LowerContext, node: ExpressionNode): Lowered {
  const eventPath = readEventPath(node);
  if (eventPath) return lowerEvent(context, node, eventPath);
  switch (node.type) {
    case "literal":
      return lowerLiteral(node);
    case "name":
      return lowerName(context, node);
    case "member":
      return lowerMember(context, node);
    case "index":
      return lowerIndex(context, node);
    case "unary":
      return lowerUnary(context, node);
    case "binary":
      return lowerBinary(context, node);
    case "conditional":
      return lowerConditional(context, node);
    case "text":
      return lowerText(context, node);
    case "call":
      return lowerPureCall(context, node);
  }
}

function lowerLiteral({ value }: LiteralNode): Lowered {
  if (value === undefined) return typed(["undefined"], "undefined");
  if (value === null) return typed(null, "null");
  if (typeof value === "number") return { ...typed(value, "number"), literal: value };
  return typed(value, typeof value === "string" ? "string" : "bool");
}

function lowerMember(context: LowerContext, node: MemberNode): Lowered {
  const object = context.lower(node.object);
  const found = readProperty(object.shape, node.name);
  if ("known" in found) {
    const message = unknownProperty(node.name, found.known, suggestName(node.name, found.known));
    context.page.reporter.report(message, context.locate(node.nameSpan.start, node.nameSpan.end));
  }
  const shape = "shape" in found ? found.shape : undefined;
  return { expression: ["get", object.expression, node.name], type: "unknown", shape };
}

function lowerIndex(context: LowerContext, node: IndexNode): Lowered {
  const object = context.lower(node.object);
  const key = context.lower(node.key);
  checkEventKey(context, node.object, node.key);
  const shape = readElements(object.shape);
  return { expression: ["at", object.expression, key.expression], type: "unknown", shape };
}

function lowerUnary(context: LowerContext, node: UnaryNode): Lowered {
  const operand = context.lower(node.operand);
  const lowered = typed([node.operator, operand.expression], node.operator === "not" ? "bool" : "number");
  if (operand.literal === undefined || node.operator === "not") return lowered;
  return { ...lowered, literal: node.operator === "negate" ? -operand.literal : operand.literal };
}

const comparisons: ReadonlySet<BinaryOperator> = new Set(["==", "!=", "<", "<=", ">", ">="]);

function lowerBinary(context: LowerContext, node: BinaryNode): Lowered {
  const left = context.lower(node.left);
  const right = context.lower(node.right);
  return typed([node.operator, left.expression, right.expression], binaryType(node.operator, left.type, right.type));
}

function binaryType(operator: BinaryOperator, left: StaticType, right: StaticType): StaticType {
  if (comparisons.has(operator)) return "bool";
  if (operator === "&&" || operator === "||" || operator === "??") return left === right ? left : "unknown";
  if (operator !== "+") return "number";
  if (left === "string" || right === "string") return "string";
  const isNumber = (type: StaticType): boolean => type === "number" || type === "integer";
  return isNumber(left) && isNumber(right) ? "number" : "unknown";
}

function lowerConditional(context: LowerContext, node: ConditionalNode): Lowered {
  const condition = context.lower(node.condition);
  const yes = context.lower(node.yes);
  const no = context.lower(node.no);
  const type = yes.type === no.type ? yes.type : "unknown";
  return typed(["if", condition.expression, yes.expression, no.expression], type);
}

function lowerText(context: LowerContext, node: TextNode): Lowered {
  const parts = node.parts.map((part) => context.lower(part).expression);
  const isFixed = parts.every((part) => typeof part === "string");
  return typed(isFixed ? parts.join("") : ["text", ...parts], "string");
}
