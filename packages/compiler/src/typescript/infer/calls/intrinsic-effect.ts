import type { ExpressionOf } from "../../ir/index.ts";
import type { FlowNode } from "../values/flow-node.ts";
import type { Visit } from "../visitors/visit.ts";

/** What an intrinsic does with the values that it is given. */
export type IntrinsicEffect = (
  visit: Visit,
  args: readonly FlowNode[],
  result: FlowNode,
  expression: ExpressionOf<"intrinsic">,
) => void;
