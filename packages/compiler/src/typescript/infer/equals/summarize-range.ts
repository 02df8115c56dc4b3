import type { FlowNode } from "../values/flow-node.ts";
import { BIGINT, NULLISH, NUMBER } from "../values/kinds.ts";
import type { BigintRange } from "../ranges/bigint-range.ts";
import { ANY_BIGINT, roundBigints } from "../ranges/bigint-range.ts";
import type { Characters } from "../ranges/find-characters.ts";
import type { Range } from "../ranges/range.ts";
import { ANY_NUMBER, roundRange } from "../ranges/range.ts";

/** What is known of the values that reach nodes besides their kinds. */
export interface KnownValues {
  ranges: Map<FlowNode, Range>;
  bigints: Map<FlowNode, BigintRange>;
  characters: Characters;
}

/** What equal analyses say of the numbers of a node: little, so that much is equal, but enough to hold them in the same way. */
export function summarizeRange(node: FlowNode, range: Range): Range {
  return (node.kinds & ~(NUMBER | NULLISH)) === 0 ? roundRange(range) : ANY_NUMBER;
}

/** The same of its bigints. */
export function summarizeBigints(node: FlowNode, range: BigintRange): BigintRange {
  return node.kinds === BIGINT ? roundBigints(range) : ANY_BIGINT;
}
