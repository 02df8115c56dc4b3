import type { ExpressionOf } from "../ir/index.ts";
import type { ClassObject } from "./abstract-object.ts";
import { canonical } from "./abstract-object.ts";
import { callFunction, runConstructor, runInitializer } from "./calls.ts";
import type { FlowNode } from "./flow-node.ts";
import { createNode } from "./flow-node.ts";
import { siteKey } from "./function-instance.ts";
import { UNDEFINED } from "./kinds.ts";
import { findMethod, methodObject, readPropertyOf } from "./properties.ts";
import type { Visit } from "./visit.ts";
import { visitArguments } from "./visit.ts";

/** `super(…)` */
export function visitSuperCall(visit: Visit, expression: ExpressionOf<"superCall">): FlowNode {
  const { analysis, instance } = visit;
  const args = visitArguments(visit, expression.arguments);
  const key = siteKey(expression, "super");
  analysis.solver.onObject(analysis.variable(instance, expression.receiver), (object) => {
    if (object.type !== "instance") return;
    const own = declaringClass(object.class, expression.class);
    if (own?.base) runConstructor(analysis, instance, key, own.base, object, args);
    if (own) runInitializer(analysis, instance, key, own, object);
  });
  const result = createNode();
  analysis.solver.addKinds(result, UNDEFINED);
  return result;
}

/** `super.name(…)` */
export function visitSuperMethod(visit: Visit, expression: ExpressionOf<"superMethod">): FlowNode {
  const { analysis, instance } = visit;
  const args = visitArguments(visit, expression.arguments);
  const result = createNode();
  analysis.solver.onObject(analysis.variable(instance, expression.receiver), (object) => {
    const at = object.type === "instance" ? object.class : object.type === "class" ? object : undefined;
    const base = at && declaringClass(at, expression.class)?.base;
    const found = base && findMethod(base, expression.name, "method", expression.static);
    if (!found) return;
    callFunction(analysis, instance, siteKey(expression), {
      on: object,
      target: methodObject(analysis, found, object),
      receiver: object,
      arguments: args,
      result,
    });
  });
  return result;
}

/** `super.name` */
export function visitSuperProperty(visit: Visit, expression: ExpressionOf<"superProperty">): FlowNode {
  const { analysis, instance } = visit;
  const result = createNode();
  analysis.solver.onObject(analysis.variable(instance, expression.receiver), (object) => {
    const at = object.type === "instance" ? object.class : object.type === "class" ? object : undefined;
    const base = at && declaringClass(at, expression.class)?.base;
    const getter = base && findMethod(base, expression.name, "get", expression.static);
    const method = base && findMethod(base, expression.name, "method", expression.static);
    if (getter) {
      callFunction(analysis, instance, siteKey(expression, "get"), {
        on: object,
        target: methodObject(analysis, getter, object),
        receiver: object,
        arguments: [],
        result,
      });
    } else if (method) analysis.solver.addObject(result, methodObject(analysis, method, object));
    else readPropertyOf(analysis, instance, expression, object, expression.name, result);
  });
  return result;
}

/** The class object of a class in the chain of another. */
function declaringClass(from: ClassObject, definition: ClassObject["definition"]): ClassObject | undefined {
  for (let at: ClassObject | undefined = canonical(from); at; at = at.base && canonical(at.base)) {
    if (at.definition === definition) return at;
  }
  return undefined;
}
