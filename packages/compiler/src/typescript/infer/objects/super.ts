import type { ExpressionOf, IrMethod, SuperReference } from "../../ir/index.ts";
import type { AbstractObject, ClassObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import { callFunction, runConstructor, runInitializer } from "../calls/calls.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import { siteOf } from "../values/site.ts";
import type { Kinds } from "../values/kinds.ts";
import { UNDEFINED } from "../values/kinds.ts";
import { libraryClass } from "../values/library-values.ts";
import type { FoundMethod } from "../properties/properties.ts";
import { findMethod, methodObject, readPropertyOf } from "../properties/properties.ts";
import type { Visit } from "../visitors/visit.ts";
import { visitArguments, visitExpression } from "../visitors/visit.ts";

/** `super(…)` */
export function visitSuperCall(visit: Visit, expression: ExpressionOf<"superCall">): FlowNode {
  const { analysis, instance } = visit;
  const args = visitArguments(visit, expression.arguments);
  const key = siteOf(expression, "super");
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
  onReceiver(visit, expression, (on) => {
    const found = findInherited(visit, expression, on, "method");
    if (!found) return;
    const target = methodObject(analysis, found, typeof on === "object" ? on : undefined);
    callFunction(analysis, instance, siteOf(expression), { on, target, receiver: on, arguments: args, result });
  });
  return result;
}

/** `super.name` */
export function visitSuperProperty(visit: Visit, expression: ExpressionOf<"superProperty">): FlowNode {
  const { analysis, instance } = visit;
  const result = createNode();
  onReceiver(visit, expression, (on) => {
    const getter = findInherited(visit, expression, on, "get");
    const method = findInherited(visit, expression, on, "method");
    const object = typeof on === "object" ? on : undefined;
    if (getter) {
      const target = methodObject(analysis, getter, object);
      callFunction(analysis, instance, siteOf(expression, "get"), { on, target, receiver: on, arguments: [], result });
    } else if (method) analysis.solver.addObject(result, methodObject(analysis, method, object));
    else if (object)
      readPropertyOf(
        analysis,
        instance,
        expression,
        inheritedFrom(expression, object) ?? object,
        expression.name,
        result,
      );
  });
  return result;
}

/** `super.name = value` */
export function visitSetSuperProperty(visit: Visit, expression: ExpressionOf<"setSuperProperty">): FlowNode {
  const { analysis, instance } = visit;
  const value = visitExpression(visit, expression.value);
  analysis.solver.onObject(analysis.variable(instance, expression.receiver), (object) => {
    const setter = findInherited(visit, expression, object, "set");
    if (setter) {
      callFunction(analysis, instance, siteOf(expression, "set"), {
        on: object,
        target: methodObject(analysis, setter, object),
        receiver: object,
        arguments: [{ node: value, spread: false }],
        result: createNode(),
      });
    } else if (object.type === "instance" || object.type === "shape" || object.type === "class") {
      analysis.solver.connect(value, analysis.field(object, expression.name));
    }
  });
  return value;
}

/** The class in the chain of an object's own that `super` begins with, for classes as objects. */
export function inheritedFrom(
  { class: of }: Pick<SuperReference, "class">,
  object: AbstractObject,
): ClassObject | undefined {
  return of && object.type === "class" ? declaringClass(object, of)?.base : undefined;
}

/** Tells of each receiver that a method with `super` has, and of each kind of primitives: a method that is read as a value has no receiver. */
function onReceiver(
  { analysis, instance }: Visit,
  { receiver }: SuperReference,
  action: (on: AbstractObject | Kinds) => void,
): void {
  const node = analysis.variable(instance, receiver);
  analysis.solver.onObject(node, action);
  analysis.solver.onKinds(node, (kinds) => {
    for (let kind = 1; kind <= kinds; kind *= 2) if (kinds & kind) action(kind);
  });
}

/** A member of the class that the one of `super` extends, or of what every object inherits. */
function findInherited(
  visit: Visit,
  reference: SuperReference & { name: string },
  on: AbstractObject | Kinds,
  kind: IrMethod["kind"],
): FoundMethod | undefined {
  const { analysis } = visit;
  const { class: of, static: isStatic, name } = reference;
  const at = typeof on === "object" ? (on.type === "instance" ? on.class : on) : undefined;
  const base = (at && inheritedFrom({ class: of }, at)) ?? baseAround(visit, reference);
  const found = base && findMethod(base, name, kind, isStatic);
  if (found) return found;
  const objectClass = libraryClass(analysis, isStatic ? "Function" : "Object");
  return objectClass && findMethod(objectClass, name, kind, false);
}

/** What the class extends in which `super` is written, whatever the receiver is. */
function baseAround({ analysis, instance }: Visit, { class: of, receiver }: SuperReference): ClassObject | undefined {
  const { base } = of ? analysis.classObject(of, analysis.scopeOf(instance, receiver)?.scope) : {};
  return base && canonical(base);
}

/** The class object of a class in the chain of another. */
function declaringClass(from: ClassObject, definition: ClassObject["definition"]): ClassObject | undefined {
  for (let at: ClassObject | undefined = canonical(from); at; at = at.base && canonical(at.base)) {
    if (at.definition === definition) return at;
  }
  return undefined;
}
