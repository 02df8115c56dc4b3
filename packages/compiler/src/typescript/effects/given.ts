import type { Expression, ExpressionOf, IrFunction, IrVariable } from "../ir/index.ts";
import { intrinsicFacts } from "../ir/index.ts";

/** Uses of calls that an iteration makes, such as that of `step`. */
export const ITERATION: RegExp = /^(?:iterator|step|next|return)/;

/** What a call gives as a parameter or as `this`. */
export type Given =
  /** Nothing. */
  | { type: "none" }
  /** An object that the call makes; `rest` is one that holds further arguments. */
  | { type: "made"; rest: boolean }
  /** What a loop goes through has given it when it was asked for an iterator. */
  | { type: "iterator" }
  | { type: "variable"; variable: IrVariable }
  | { type: "value"; value: Expression }
  | { type: "unknown" };

const NONE: Given = { type: "none" };
const MADE: Given = { type: "made", rest: false };
const UNKNOWN: Given = { type: "unknown" };

/** What a call gives a function as a variable of its own. */
export function givenAs(call: Expression, use: string, callee: IrFunction, variable: IrVariable): Given {
  if (variable === callee.thisVariable) return receiverOf(call, use);
  const index = callee.parameters.findIndex((parameter) => parameter.variable === variable);
  if (callee.parameters[index]?.rest) return { type: "made", rest: true };
  if (use === "set" && isWrite(call)) {
    return valueOrNone((call.op === "setElement" ? [call.key, call.value] : [call.value])[index]);
  }
  // A spread writes to the object that is being made.
  if (use === "copy") return index === 0 ? MADE : UNKNOWN;
  if (call.op === "intrinsic") {
    const { passes } = intrinsicFacts(call.name);
    const passed = passes && call.arguments[index - passes.parameter + passes.argument];
    return passed && passes && index >= passes.parameter ? { type: "value", value: passed } : UNKNOWN;
  }
  if (!("arguments" in call) || !/^(?:new.*|@@call|)$/s.test(use)) return UNKNOWN;
  const firstSpread = call.arguments.findIndex(({ spread }) => spread);
  if (firstSpread >= 0 && index >= firstSpread) return UNKNOWN;
  return valueOrNone(call.arguments[index]?.value);
}

function receiverOf(call: Expression, use: string): Given {
  if (call.op === "new" && use.startsWith("new")) return MADE;
  if (call.op === "object" && use === "set") return MADE;
  if (ITERATION.test(use) && !use.startsWith("iterator")) return { type: "iterator" };
  if (use.startsWith("iterator")) return { type: "value", value: call };
  if ("receiver" in call) return { type: "variable", variable: call.receiver };
  return "object" in call ? { type: "value", value: call.object } : UNKNOWN;
}

function valueOrNone(value: Expression | undefined): Given {
  return value ? { type: "value", value } : NONE;
}

function isWrite(
  expression: Expression,
): expression is ExpressionOf<"setElement" | "setProperty" | "setSuperProperty"> {
  return expression.op === "setElement" || expression.op === "setProperty" || expression.op === "setSuperProperty";
}
