import type { FlowNode } from "../values/flow-node.ts";
import { filterKinds, representative } from "../values/flow-node.ts";
import { NUMBER, UNDEFINED } from "../values/kinds.ts";
import type { Relation } from "./loop-step.ts";
import type { NumberSource } from "./number-source.ts";
import { operations } from "./operations.ts";
import type { Range } from "./range.ts";
import { ANY_NUMBER, addRanges, constantRange, hasRange, joinRanges, wholeRange, widen } from "./range.ts";

/** The numbers that reach nodes. */
export type Ranges = ReadonlyMap<FlowNode, Range>;

/** After as many changes a range takes large steps. */
const PATIENCE = 4;

/** Finds the numbers that reach each node: along edges from where numbers come from, until nothing changes. */
export function findRanges(sources: readonly FlowNode[]): Map<FlowNode, Range> {
  const ranges = new Map<FlowNode, Range>();
  const changes = new Map<FlowNode, number>();
  const dependents = new Map<FlowNode, Set<FlowNode>>();
  const starts = new Set(sources.map(representative));
  for (const node of starts) {
    for (const source of node.numbers ?? []) {
      for (const operand of "operands" in source ? source.operands : []) {
        const at = representative(operand);
        let nodes = dependents.get(at);
        if (!nodes) dependents.set(at, (nodes = new Set()));
        nodes.add(node);
      }
    }
  }
  const queue: FlowNode[] = [];
  const queued = new Set<FlowNode>();
  const enqueue = (node: FlowNode): void => {
    if (queued.has(node)) return;
    queued.add(node);
    queue.push(node);
  };
  const grow = (node: FlowNode, range: Range): void => {
    const before = ranges.get(node);
    if (before && hasRange(before, range)) return;
    let after = joinRanges(before, range);
    const count = (changes.get(node) ?? 0) + 1;
    changes.set(node, count);
    if (before && count > PATIENCE) after = widen(before, after);
    ranges.set(node, after);
    enqueue(node);
  };
  const evaluate = (node: FlowNode): void => {
    for (const source of node.numbers ?? []) {
      const range = rangeOfSource(source, ranges);
      if (range) grow(node, range);
    }
  };
  for (const node of starts) {
    if (node.anyNumber) grow(node, ANY_NUMBER);
    evaluate(node);
  }
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!;
    queued.delete(node);
    const range = ranges.get(node)!;
    for (const { target, filter } of node.edges) {
      const to = representative(target);
      if (to !== node && (!filter || filterKinds(filter, NUMBER))) grow(to, range);
    }
    for (const dependent of dependents.get(node) ?? []) evaluate(dependent);
  }
  return ranges;
}

function rangeOfSource(source: NumberSource, ranges: Ranges): Range | undefined {
  switch (source.type) {
    case "constant":
      return constantRange(source.value);
    case "whole":
      return wholeRange(source.min, source.max);
    case "same":
      return ranges.get(representative(source.operands[0]!));
    case "step": {
      const variable = rangeAt(source.operands, 0, ranges);
      const step = rangeAt(source.operands, 1, ranges);
      const bound = rangeAt(source.operands, 2, ranges);
      return variable && step && bound && stepRange(source.relation, variable, step, bound);
    }
    case "bounded": {
      const variable = rangeAt(source.operands, 0, ranges);
      const bound = rangeAt(source.operands, 1, ranges);
      return variable && bound && boundedRange(source.relation, variable, bound);
    }
    case "operation": {
      const operation = operations[source.name];
      if (!operation) return ANY_NUMBER;
      const a = rangeAt(source.operands, 0, ranges);
      const b = rangeAt(source.operands, 1, ranges);
      // An operand without a value yet: the operation has not been reached.
      if (source.operands.length > 0 && !a) return undefined;
      if (source.operands.length > 1 && !b) return undefined;
      // Of an operand that is only known to be no number yet, arithmetic makes nothing else.
      if (ARITHMETIC.has(source.name) && (isNotANumber(a) || isNotANumber(b))) return constantRange(Number.NaN);
      return operation(a ?? ANY_NUMBER, b ?? ANY_NUMBER);
    }
  }
}

const ARITHMETIC: ReadonlySet<string> = new Set([
  "+",
  "-",
  "*",
  "/",
  "%",
  "unary -",
  "unary +",
  "increment",
  "decrement",
]);

function isNotANumber(range: Range | undefined): boolean {
  return range !== undefined && range.min > range.max;
}

/** A variable moved by a step, of which a test has shown on which side of the bound it is. */
function stepRange(relation: Relation, variable: Range, step: Range, bound: Range): Range {
  const moved = addRanges(variable, step);
  return relation === "<" || relation === "<="
    ? { ...moved, max: Math.min(moved.max, furthest(relation, variable, bound.max) + step.max) }
    : { ...moved, min: Math.max(moved.min, -furthest(relation, variable, -bound.min) + step.min) };
}

/** How far a variable gets on its way to a bound. Fractions come as close to it as one likes. */
function furthest(relation: Relation, { whole }: Range, bound: number): number {
  if (!whole) return bound;
  return relation === "<" || relation === ">" ? Math.ceil(bound) - 1 : Math.floor(bound);
}

/** A variable of which a test has shown on which side of the bound it is; `undefined` if it cannot be there. */
function boundedRange(relation: Relation, variable: Range, bound: Range): Range | undefined {
  const { min, max } = variable.whole ? stepRange(relation, variable, NO_STEP, bound) : variable;
  return min <= max ? { ...variable, min, max, nan: false } : undefined;
}

const NO_STEP = constantRange(0);

function rangeAt(operands: readonly FlowNode[], index: number, ranges: Ranges): Range | undefined {
  const operand = operands[index];
  return operand && rangeOfOperand(operand, ranges);
}

/** The numbers that an operand is or becomes. */
function rangeOfOperand(operand: FlowNode, ranges: Ranges): Range | undefined {
  const node = representative(operand);
  const range = ranges.get(node);
  const others = node.kinds & ~NUMBER;
  if (node.objects.size > 0) return ANY_NUMBER;
  if (others === 0) return range;
  if (others === UNDEFINED) return { ...(range ?? constantRange(Number.NaN)), nan: true };
  return ANY_NUMBER;
}
