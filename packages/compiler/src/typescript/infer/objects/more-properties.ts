import type { Expression } from "../../ir/index.ts";
import type { AbstractObject, InstanceObject, ShapeObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { callFunction } from "../calls/calls.ts";
import { keptApart } from "../context.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { BOOLEAN, STRING, UNDEFINED } from "../values/kinds.ts";
import { libraryFunction } from "../values/library-values.ts";
import { isDictionary } from "../properties/properties.ts";
import type { MoreFunction } from "../values/site.ts";
import { siteOf } from "../values/site.ts";

/**
 * Names that the program writes somewhere are fields of the objects they are read of. What an object is given by a key that turns out to be any
 * other name goes to a dictionary, which is kept in this field.
 */
export const MORE_FIELD = "@@more";

/** Whether an object can be given properties that it has no field for: not if all such objects are dictionaries, or have a form of their own. */
function canHaveMore(object: AbstractObject): object is InstanceObject | ShapeObject {
  if (object.type === "shape") {
    return object.shape.declared.length > 0 || object.getters.size > 0 || object.setters.size > 0;
  }
  if (object.type !== "instance" || isDictionary(object)) return false;
  for (let at = canonical(object.class); at.base; at = canonical(at.base)) if (at.base.definition.library) return false;
  return !object.class.definition.library;
}

/** Lets an object be given properties that it has no field for. */
export function writeMore(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: AbstractObject,
  value: FlowNode,
): void {
  if (!canHaveMore(target)) return;
  callMore(analysis, instance, expression, target, "setMore", [value], createNode());
  analysis.restricted.any.whenMet(() => useMore(analysis, instance, expression, target, "hasMore", createNode()));
}

/** Lets something be done with properties that an object has no field for, if it ever gets some. */
export function useMore(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: AbstractObject,
  name: Exclude<MoreFunction, "setMore">,
  result: FlowNode,
): void {
  onMore(analysis, target, () => callMore(analysis, instance, expression, target, name, [], result));
}

/** Follows the dictionary of properties that an object has no field for, if it ever has one. */
export function onMore(analysis: Analysis, target: AbstractObject, action: (more: FlowNode) => void): void {
  if (target.type !== "instance" && target.type !== "shape") return;
  analysis.onField(ownerOfMore(analysis, target), (name, field) => {
    if (name === MORE_FIELD) action(field);
  });
}

/** What such properties are kept in from now on. */
export function giveMore(analysis: Analysis, target: AbstractObject, more: FlowNode): void {
  if ((target.type !== "instance" && target.type !== "shape") || isDictionary(target)) return;
  const field = analysis.field(ownerOfMore(analysis, target), MORE_FIELD);
  analysis.solver.addKinds(field, UNDEFINED);
  analysis.solver.connect(more, field);
}

function callMore(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: AbstractObject,
  name: MoreFunction,
  values: readonly FlowNode[],
  result: FlowNode,
): void {
  const { solver } = analysis;
  const [object, key] = [createNode(), createNode()];
  solver.addObject(object, target);
  solver.addKinds(key, STRING);
  if (name !== "getMore" && name !== "setMore") solver.addKinds(result, BOOLEAN);
  callFunction(analysis, instance, siteOf(expression, name), {
    on: target,
    target: libraryFunction(analysis, name),
    receiver: undefined,
    arguments: [object, key, ...values].map((node) => ({ node, spread: false })),
    result,
  });
}

/** Code of a class works on the objects of all classes that extend it: they have the field in one place. */
function ownerOfMore(analysis: Analysis, object: InstanceObject | ShapeObject): InstanceObject | ShapeObject {
  if (object.type === "shape") return object;
  const base = object.class.base && canonical(object.class.base);
  return base && !keptApart(base) ? ownerOfMore(analysis, analysis.commonInstance(base)) : object;
}
