import type { BorderType, Expression } from "../../ir/index.ts";
import { lookUpMethod } from "../properties/properties.ts";
import type { Border } from "./border.ts";
import type { Crossing } from "./crossing.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import { argument } from "./operation-builder.ts";
import { BOOLEAN } from "./primitives.ts";

type IterableType = Extract<BorderType, { type: "iterable" }>;

/** Iterables and iterators: the iterator that an iterable gives, and steps of it. */
export function holdIterable(border: Border, crossing: Crossing, type: IterableType): void {
  const { analysis } = border;
  const iterators = border.crossing(border.derived(type, "iterator", () => ({ type: "opaque" })));
  const results = border.crossing(border.derived(type, "result", () => ({ type: "opaque" })));
  analysis.solver.onObject(crossing.own, (object) => {
    if (!lookUpMethod(analysis, object, "@@iterator", "method")) analysis.solver.addObject(iterators.own, object);
    else {
      border.define(crossing, "iterator", { result: iterators }, (f, [iterable]) =>
        f.callMethod(iterable!, "@@iterator"),
      );
    }
  });
  // What is sent without a type is not passed on: nearly all iterators take nothing.
  const sent = type.next.type === "any" || type.next.type === "undefined" ? [] : [{ type: type.next, optional: true }];
  border.define(iterators, "next", { parameters: sent, result: results }, (f, [iterator, ...values]) =>
    f.callMethod(iterator!, "next", values.map(argument)),
  );
  analysis.solver.onObject(iterators.own, (object) => {
    if (lookUpMethod(analysis, object, "return", "method")) {
      const given = { parameters: [{ type: type.result, optional: true }], result: results };
      border.define(iterators, "return", given, (f, [iterator, value]) =>
        f.callMethod(iterator!, "return", [argument(value!)]),
      );
    }
    if (lookUpMethod(analysis, object, "throw", "method")) {
      border.define(iterators, "throw", { parameters: [border.anything], result: results }, (f, [iterator, error]) =>
        f.callMethod(iterator!, "throw", [argument(error!)]),
      );
    }
  });
  border.define(results, "done", { result: BOOLEAN }, (f, [result]) => truth(f, f.property(result!, "done")));
  const value = border.derived(type, "value", () => ({ type: "union", members: [type.element, type.result] }));
  border.define(results, "value", { result: value }, (f, [result]) => f.property(result!, "value"));
}

function truth(f: OperationBuilder, value: Expression): Expression {
  const not = (operand: Expression): Expression => f.make({ op: "unary", operator: "!", operand });
  return not(not(value));
}
