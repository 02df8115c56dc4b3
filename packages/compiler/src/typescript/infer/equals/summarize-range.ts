import type { FlowNode } from "../values/flow-node.ts";
import { NULLISH, NUMBER } from "../values/kinds.ts";
import type { Range } from "../ranges/range.ts";
import { ANY_NUMBER, roundRange } from "../ranges/range.ts";

/** What equal analyses say of the numbers of a node: little, so that much is equal, but enough to hold them in the same way. */
export function summarizeRange(node: FlowNode, range: Range): Range {
  return (node.kinds & ~(NUMBER | NULLISH)) === 0 ? roundRange(range) : ANY_NUMBER;
}
