import { NUMBER, kindsOf, objectsOf, siteOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { targetsOf } from "./direct-call.ts";

/** The one whole number that a field of the receiver always is, where reading it does nothing else. */
export function constantNumberOf(f: FunctionGenerator, expression: Expression): number | undefined {
  if (!isPlainRead(f, expression)) return undefined;
  const node = f.node(expression);
  if (!node || kindsOf(node) !== NUMBER || objectsOf(node).length > 0) return undefined;
  const range = f.program.layouts.range(node);
  if (!range || range.min !== range.max || !range.whole || range.nan || range.negativeZero) return undefined;
  return Math.abs(range.min) < 2 ** 31 ? range.min : undefined;
}

function isPlainRead(f: FunctionGenerator, expression: Expression): boolean {
  if (expression.op !== "property" || expression.object.op !== "get") return false;
  return expression.object.variable.kind === "this" && targetsOf(f, siteOf(expression, "get")).length === 0;
}
