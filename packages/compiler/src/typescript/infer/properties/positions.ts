import type { Expression } from "../../ir/index.ts";
import type { Analysis } from "../analysis.ts";
import type { ArrayObject, ArrayPositions } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import { Condition } from "../values/condition.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import { UNDEFINED } from "../values/kinds.ts";

/** Longer literals are lists, not tuples. */
const LONGEST = 8;

/** Places for so many elements, if there are few. */
export function createPositions(count: number): ArrayPositions | undefined {
  if (count < 2 || count > LONGEST) return undefined;
  return { nodes: Array.from({ length: count }, createNode), changed: new Condition() };
}

/** Puts the elements of a literal into what it makes. */
export function fillPositions({ solver }: Analysis, array: ArrayObject, values: readonly FlowNode[]): void {
  const { element, positions } = canonical(array);
  const nodes = positions?.nodes.length === values.length ? positions.nodes : [];
  for (const [index, value] of values.entries()) {
    const node = nodes[index];
    solver.connect(value, node ?? element);
    if (node) solver.connect(node, element);
  }
}

/** What reading an element gives: of a tuple that stays as it was made, just what stands at the place. */
export function readPosition(analysis: Analysis, array: ArrayObject, key: Expression, result: FlowNode): void {
  const { solver } = analysis;
  const place = placeOf(array, key);
  if (!place) {
    solver.connect(array.element, result);
    solver.addKinds(result, UNDEFINED);
    return;
  }
  solver.connect(place.node, result);
  place.changed.whenMet(() => solver.addKinds(result, UNDEFINED));
}

/** Notes what is written to an element. */
export function writePosition(analysis: Analysis, array: ArrayObject, key: Expression, value: FlowNode): void {
  const { solver } = analysis;
  const place = placeOf(array, key);
  if (place) return solver.connect(value, place.node);
  changePositions(analysis, array);
  // Writing beyond the end leaves elements before it without a value.
  solver.addKinds(array.element, UNDEFINED);
  solver.connect(value, array.element);
}

/** Notes that an array's elements move, or that their number changes: what is anywhere in it may be at each place, or be missing there. */
export function changePositions(analysis: Analysis, array: ArrayObject): void {
  const { positions, element } = canonical(array);
  if (!positions || positions.changed.holds) return;
  for (const node of positions.nodes) analysis.solver.connect(element, node);
  positions.changed.note();
}

/** Makes the places of two arrays, that have become one, the same. */
export function mergePositions(analysis: Analysis, kept: ArrayObject, dropped: ArrayObject): void {
  const { positions } = kept;
  const other = dropped.positions;
  const isSame = positions && other && positions.nodes.length === other.nodes.length;
  if (isSame) {
    for (const [index, node] of positions.nodes.entries()) analysis.solver.unify(node, other.nodes[index]!);
    other.changed.whenMet(() => changePositions(analysis, kept));
  } else {
    changePositions(analysis, kept);
    for (const node of other?.nodes ?? []) analysis.solver.connect(kept.element, node);
  }
  if (!other) return;
  if (isSame) positions.changed.whenMet(() => other.changed.note());
  else other.changed.note();
}

function placeOf(array: ArrayObject, key: Expression): { node: FlowNode; changed: Condition } | undefined {
  const { positions } = array;
  const node = key.op === "number" ? positions?.nodes[key.value] : undefined;
  return node && positions && { node, changed: positions.changed };
}
