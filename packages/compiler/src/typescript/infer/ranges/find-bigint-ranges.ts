import type { FlowNode } from "../values/flow-node.ts";
import { filterKinds, representative } from "../values/flow-node.ts";
import { BIGINT, HOST } from "../values/kinds.ts";
import { addBigints, bigintOperationRange } from "./bigint-operations.ts";
import type { BigintRange } from "./bigint-range.ts";
import { ANY_BIGINT, bigintRange, hasBigints, joinBigints, least, most, widenBigints } from "./bigint-range.ts";
import type { Ranges } from "./find-ranges.ts";
import type { ValueSource } from "./number-source.ts";

/** The bigints that reach nodes. */
export type BigintRanges = ReadonlyMap<FlowNode, BigintRange>;

/** A node that bigints come to from elsewhere than along an edge, and what is known of them. */
export interface BigintOrigin {
  node: FlowNode;
  source: ValueSource | undefined;
}

/** After as many changes a range takes large steps. */
const PATIENCE = 4;

/** Finds the bigints that reach each node, as `findRanges` does for numbers; what bigints are made of numbers they tell. */
export function findBigintRanges(origins: readonly BigintOrigin[], numbers: Ranges): Map<FlowNode, BigintRange> {
  const ranges = new Map<FlowNode, BigintRange>();
  const changes = new Map<FlowNode, number>();
  const dependents = new Map<FlowNode, Set<FlowNode>>();
  const sources = new Map<FlowNode, Set<ValueSource | undefined>>();
  for (const { node, source } of origins) {
    const at = representative(node);
    const known = sources.get(at);
    if (known) known.add(source);
    else sources.set(at, new Set([source]));
    for (const operand of source && "operands" in source ? source.operands : []) {
      const from = representative(operand);
      const nodes = dependents.get(from);
      if (nodes) nodes.add(at);
      else dependents.set(from, new Set([at]));
    }
  }
  const queue: FlowNode[] = [];
  const queued = new Set<FlowNode>();
  const grow = (node: FlowNode, range: BigintRange): void => {
    const before = ranges.get(node);
    if (before && hasBigints(before, range)) return;
    const joined = joinBigints(before, range);
    const count = (changes.get(node) ?? 0) + 1;
    changes.set(node, count);
    ranges.set(node, before && count > PATIENCE ? widenBigints(before, joined) : joined);
    if (queued.has(node)) return;
    queued.add(node);
    queue.push(node);
  };
  const evaluate = (node: FlowNode): void => {
    for (const source of sources.get(node) ?? []) {
      const range = source ? rangeOfSource(source, ranges, numbers) : ANY_BIGINT;
      if (range) grow(node, range);
    }
  };
  for (const node of sources.keys()) evaluate(node);
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!;
    queued.delete(node);
    const range = ranges.get(node)!;
    for (const { target, filter } of node.edges) {
      const to = representative(target);
      if (to !== node && (!filter || filterKinds(filter, BIGINT))) grow(to, range);
    }
    for (const dependent of dependents.get(node) ?? []) evaluate(dependent);
  }
  return ranges;
}

function rangeOfSource(source: ValueSource, ranges: BigintRanges, numbers: Ranges): BigintRange | undefined {
  switch (source.type) {
    case "bigint":
      return bigintRange(source.value, source.value);
    case "same":
      return ranges.get(representative(source.operands[0]!));
    case "step": {
      const [variable, step, bound] = source.operands.map((operand) => rangeOfOperand(operand, ranges, numbers));
      if (!variable || !step || !bound) return undefined;
      const moved = addBigints(variable, step);
      // As long as the loop goes on, the variable is within the bound.
      return source.relation === "<" || source.relation === "<="
        ? { ...moved, max: least(moved.max, bigintRange(0n, bound.max + step.max).max) }
        : { ...moved, min: most(moved.min, bigintRange(bound.min + step.min, 0n).min) };
    }
    case "operation": {
      const operation = bigintOperationRange(source.name);
      if (!operation) return ANY_BIGINT;
      const operands = source.operands.map((operand) => rangeOfOperand(operand, ranges, numbers));
      // An operand without a value yet: the operation has not been reached.
      if (operands.includes(undefined)) return undefined;
      return operation(operands[0] ?? ANY_BIGINT, operands[1] ?? ANY_BIGINT);
    }
    default:
      return ANY_BIGINT;
  }
}

/** The bigints that an operand is, or the whole numbers; of what else it is, none are made by the same operation. */
function rangeOfOperand(operand: FlowNode, ranges: BigintRanges, numbers: Ranges): BigintRange | undefined {
  const node = representative(operand);
  if (node.kinds & HOST || node.objects.size > 0) return ANY_BIGINT;
  if (node.kinds & BIGINT) return ranges.get(node);
  const range = numbers.get(node);
  if (!range) return undefined;
  const isExact = range.whole && !range.nan && Number.isFinite(range.min) && Number.isFinite(range.max);
  return isExact ? bigintRange(BigInt(range.min), BigInt(range.max)) : ANY_BIGINT;
}
