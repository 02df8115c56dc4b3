import type { BorderType } from "../../ir/index.ts";
import { lookUpMethod } from "../properties.ts";
import type { Border } from "./border.ts";
import type { Crossing } from "./crossing.ts";
import { argument } from "./operation-builder.ts";

const BOOLEAN: BorderType = { type: "boolean" };

/** Iterables and iterators: the iterator that an iterable gives, and steps of it. */
export function holdIterable(
  border: Border,
  crossing: Crossing,
  type: Extract<BorderType, { type: "iterable" }>,
): void {
  const { analysis } = border;
  const iterators = border.crossing(border.derived(type, "iterator", () => ({ type: "opaque" })));
  const results = border.crossing(border.derived(type, "result", () => ({ type: "opaque" })));
  analysis.solver.onObject(crossing.objects, (object) => {
    if (!lookUpMethod(analysis, object, "@@iterator", "method")) analysis.solver.addObject(iterators.objects, object);
    else {
      border.define(crossing, "iterator", { result: iterators }, (f, [iterable]) =>
        f.callMethod(iterable!, "@@iterator"),
      );
    }
  });
  border.define(
    iterators,
    "next",
    { parameters: [{ type: type.element, optional: true }], result: results },
    (f, [iterator]) => f.callMethod(iterator!, "next"),
  );
  border.define(results, "done", { result: BOOLEAN }, (f, [result]) =>
    f.make({
      op: "unary",
      operator: "!",
      operand: f.make({ op: "unary", operator: "!", operand: f.property(result!, "done") }),
    }),
  );
  border.define(results, "value", { result: type.element }, (f, [result]) => f.property(result!, "value"));
}

export { argument };
