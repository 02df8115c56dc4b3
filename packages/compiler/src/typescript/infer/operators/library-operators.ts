import type { BinaryOperator, UnaryOperator } from "../../ir/index.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { kindsOf, objectsOf } from "../values/flow-node.ts";
import { BIGINT, HOST, STRING, SYMBOL } from "../values/kinds.ts";

/** What the library has for operators on values that are more than primitive values of one numeric type. */
export const BINARY_FUNCTIONS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  "+": "addAny",
  "-": "subtractAny",
  "*": "multiplyAny",
  "/": "divideAny",
  "%": "remainderAny",
  "**": "powerAny",
  "&": "andAny",
  "|": "orAny",
  "^": "xorAny",
  "<<": "shiftLeftAny",
  ">>": "shiftRightAny",
  ">>>": "shiftRightUnsignedAny",
  "<": "compare",
  "<=": "compare",
  ">": "compare",
  ">=": "compare",
};

/** The same for unary operators. */
export const UNARY_FUNCTIONS: Readonly<Partial<Record<UnaryOperator, string>>> = {
  "+": "toNumber",
  "-": "negateAny",
  "~": "notAny",
  increment: "incrementAny",
  decrement: "decrementAny",
  numeric: "toNumeric",
};

/** Whether the library must do what a binary operator does: objects are converted, and bigints mix with nothing else. */
export function needsBinaryFunction(operator: BinaryOperator, left: FlowNode, right: FlowNode): boolean {
  if (!BINARY_FUNCTIONS[operator]) return false;
  const first = kindsOf(left);
  const second = kindsOf(right);
  if (isConverted(left) || isConverted(right)) return true;
  const both = first | second;
  if ((both & BIGINT) === 0) return false;
  if (operator === ">>>") return true;
  return operator === "+" && (first === STRING || second === STRING) ? false : both !== BIGINT;
}

/** Whether the library must do what a unary operator does. */
export function needsUnaryFunction(operator: UnaryOperator, operand: FlowNode): boolean {
  if (!UNARY_FUNCTIONS[operator]) return false;
  const kinds = kindsOf(operand);
  if (isConverted(operand)) return true;
  return (kinds & BIGINT) !== 0 && (operator === "+" || kinds !== BIGINT);
}

/** Values that are no primitives, and symbols, which no operator takes. */
function isConverted(node: FlowNode): boolean {
  return (kindsOf(node) & (HOST | SYMBOL)) !== 0 || objectsOf(node).length > 0;
}
