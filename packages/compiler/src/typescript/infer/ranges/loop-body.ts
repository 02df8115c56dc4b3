import type { TypeFilter } from "../../ir/index.ts";
import { createNode } from "../values/flow-node.ts";
import { NUMBER } from "../values/kinds.ts";
import type { Visit } from "../visitors/visit.ts";
import type { LoopStep } from "./loop-step.ts";

const NO_NUMBERS: TypeFilter = {
  undefined: true,
  null: true,
  boolean: true,
  number: false,
  string: true,
  bigint: true,
  symbol: true,
  accepts: () => true,
};

/**
 * A visit of a counting loop's body, where the variable is what the test has let pass: `i + 1` and `i - 1` of an index stay indices there,
 * though the variable itself ends up beyond the bound.
 */
export function visitOfBody(visit: Visit, { variable, relation, bound }: LoopStep): Visit {
  const { analysis, instance } = visit;
  const { solver } = analysis;
  const whole = analysis.variable(instance, variable);
  const limit = analysis.expression(instance, bound);
  const inside = createNode();
  solver.connect(whole, inside, NO_NUMBERS);
  solver.onKinds(whole, (kinds) => {
    if (kinds & NUMBER) solver.addKinds(inside, NUMBER, { type: "bounded", relation, operands: [whole, limit] });
  });
  return { ...visit, bounded: new Map(visit.bounded).set(variable, inside) };
}
