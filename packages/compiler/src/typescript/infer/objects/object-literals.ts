import type { ExpressionOf, ObjectMember } from "../../ir/index.ts";
import type { AbstractObject, ClassObject, KeyOrder, PropertiesObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import { callFunction, callValue, runConstructor } from "../calls/calls.ts";
import { constantKey } from "../properties/elements.ts";
import { writeDictionary } from "../properties/dictionaries.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode, objectsOf } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { currentInstance } from "../values/function-instance.ts";
import { siteOn, siteOf } from "../values/site.ts";
import { HOST } from "../values/kinds.ts";
import { libraryClass, libraryFunction } from "../values/library-values.ts";
import { onOpen } from "../values/open-shapes.ts";
import { onMore } from "./more-properties.ts";
import { noteGiven } from "./explicit-undefined.ts";
import { addOrder } from "./orders.ts";
import { onRemovable, setRemovable } from "./removal.ts";
import { isDictionary, isEntry, writePropertyOf } from "../properties/properties.ts";
import type { Visit } from "../visitors/visit.ts";
import { getterName, isCopied, onEnumerable } from "../properties/property-keys.ts";
import { visitExpression } from "../visitors/visit.ts";

/** An object literal. */
export function visitObject(visit: Visit, expression: ExpressionOf<"object">): FlowNode {
  const { analysis, instance } = visit;
  const names = expression.members.flatMap((member) =>
    "name" in member ? [member.type === "value" ? member.name : `${member.type} ${member.name}`] : [],
  );
  const made = analysis.shapeObject(expression.shape, instance, () =>
    expression.shape.dictionary
      ? analysis.newInstance(dictionaryClass(visit), instance)
      : analysis.newShapeObject(expression.shape, names),
  );
  if (made.type === "shape") {
    addOrder(analysis, made, orderOf(analysis, instance, expression));
    const always = expression.members.filter((member) => member.type !== "value" || !member.optional);
    if (always.length < expression.members.length)
      addOrder(analysis, made, orderOf(analysis, instance, { ...expression, members: always }));
  }
  if (made.type === "instance") {
    runConstructor(analysis, instance, siteOf(expression, "new"), made.class, made, []);
  }
  const node = createNode();
  const literal = new Literal(visit, expression, node);
  for (const member of expression.members) visitMember(visit, expression, literal, member);
  literal.add(made);
  return node;
}

/** What a literal makes, and what is done to all that it makes. */
class Literal {
  #visit: Visit;
  #expression: ExpressionOf<"object">;
  #node: FlowNode;
  #made: AbstractObject[] = [];
  #steps: ((object: AbstractObject) => void)[] = [];

  constructor(visit: Visit, expression: ExpressionOf<"object">, node: FlowNode) {
    this.#visit = visit;
    this.#expression = expression;
    this.#node = node;
  }

  each(step: (object: AbstractObject) => void): void {
    this.#steps.push(step);
    for (const object of this.#made) step(canonical(object));
  }

  add(object: AbstractObject): void {
    this.#made.push(object);
    for (const step of Array.from(this.#steps)) step(canonical(object));
    this.#visit.analysis.solver.addObject(this.#node, object);
    if (object.type === "shape") onOpen(object, () => this.open());
  }

  /** It gets properties of which nothing is known: then it makes a dictionary. */
  open(): void {
    const { analysis, instance } = this.#visit;
    if (this.#made.some(isDictionary) || !canOpen(this.#expression)) return;
    const made = analysis.allocation(instance, siteOf(this.#expression, "opened"), () =>
      analysis.newInstance(dictionaryClass(this.#visit), instance),
    );
    runConstructor(analysis, instance, siteOf(this.#expression, "new"), made.class, made, []);
    this.add(made);
  }
}

/** Whether a literal may make a dictionary because of what it spreads: its type names no properties, and it has no accessors. */
function canOpen({ shape, members }: ExpressionOf<"object">): boolean {
  return shape.declared.length === 0 && members.every(({ type }) => type !== "get" && type !== "set");
}

/** What a literal makes, after the analysis. */
export function madeBy(instance: FunctionInstance, expression: ExpressionOf<"object">, node: FlowNode): AbstractObject {
  const opened = currentInstance(instance).allocations.get(siteOf(expression, "opened"));
  return opened ? canonical(opened) : objectsOf(node)[0]!;
}

function visitMember(visit: Visit, expression: ExpressionOf<"object">, literal: Literal, member: ObjectMember): void {
  const { analysis, instance } = visit;
  if (member.type === "value") {
    const value = visitExpression(visit, member.value);
    literal.each((made) => writeMember(visit, expression, made, member.name, value, member.optional));
  } else if (member.type === "computed") {
    visitExpression(visit, member.key);
    const value = visitExpression(visit, member.value);
    const name = constantKey(instance, member.key);
    literal.each((made) => {
      if (name !== undefined) writeMember(visit, expression, made, name, value);
      else if (isDictionary(made)) writeDictionary(analysis, instance, expression, made, value);
      else if (made.type === "shape") {
        made.dynamic = true;
        noteGiven(made, undefined, value);
        onEnumerable(analysis, made, (field) => analysis.solver.connect(value, field));
      }
    });
  } else if (member.type === "spread") {
    const source = visitExpression(visit, member.value);
    literal.each((made) => spread(visit, expression, source, made, () => literal.open()));
  } else {
    literal.each((made) => {
      if (made.type !== "shape") return;
      const accessors = member.type === "get" ? made.getters : made.setters;
      const accessor = analysis.functionObject(member.function, instance);
      accessors.set(member.name, accessor);
      analysis.solver.addObject(analysis.field(made, `@@${member.type} ${member.name}`), accessor);
    });
  }
}

/** The keys of a literal, in order. */
export function orderOf(
  analysis: Visit["analysis"],
  instance: FunctionInstance,
  { members }: ExpressionOf<"object">,
): KeyOrder {
  return members.flatMap((member): (string | FlowNode)[] => {
    if (member.type === "spread") return [analysis.expression(instance, member.value)];
    const name = member.type === "computed" ? constantKey(instance, member.key) : member.name;
    return name === undefined ? [] : [name];
  });
}

function writeMember(
  visit: Visit,
  expression: ExpressionOf<"object">,
  object: AbstractObject,
  name: string,
  value: FlowNode,
  optional = false,
): void {
  const { analysis, instance } = visit;
  if (object.type === "shape") {
    analysis.solver.connect(value, analysis.field(object, name));
    if (!optional) noteGiven(object, name, value);
  } else writePropertyOf(analysis, instance, expression, object, name, value);
}

function dictionaryClass({ analysis }: Visit): ClassObject {
  const classObject = libraryClass(analysis, "Dictionary");
  if (!classObject) throw new Error("the library has no Dictionary");
  return classObject;
}

/** `{ ...source }` */
function spread(
  visit: Visit,
  expression: ExpressionOf<"object">,
  source: FlowNode,
  target: AbstractObject,
  open: () => void,
): void {
  const { analysis, instance } = visit;
  const { solver } = analysis;
  solver.onKinds(source, (kinds) => {
    if (kinds & HOST) analysis.hostIsRead.note();
  });
  solver.onObject(source, (object) => {
    const copyBy = (name: "spreadObject" | "copyMore"): void => {
      const from = createNode();
      const to = createNode();
      solver.addObject(from, object);
      solver.addObject(to, target);
      callFunction(analysis, instance, siteOf(expression, "copy"), {
        on: object,
        target: libraryFunction(analysis, name),
        receiver: undefined,
        arguments: [to, from].map((node) => ({ node, spread: false })),
        result: createNode(),
      });
    };
    if (isDictionary(object) || object.type === "array") {
      if (!isDictionary(target)) open();
      copyBy("spreadObject");
      return;
    }
    if (object.type !== "instance" && object.type !== "shape") return;
    object.dynamic = true;
    if (target.type === "shape") onRemovable(object, () => setRemovable(target));
    const write = (name: string, value: FlowNode, from?: AbstractObject): void => {
      if (isEntry(target, name)) return writeDictionary(analysis, instance, expression, target, value);
      solver.connect(value, analysis.field(target as PropertiesObject, name));
      noteGiven(target, name, value, from);
    };
    analysis.onField(object, (name, field) => {
      const getter = getterName(name);
      if (getter === undefined) {
        if (isCopied(name)) write(name, field, object);
        return;
      }
      const site = siteOn(siteOf(expression, `spread ${getter}`), object);
      const value = analysis.place(instance, site);
      callValue(analysis, instance, site, field, [], value, object);
      write(getter, value);
    });
    onMore(analysis, object, () => copyBy("copyMore"));
  });
}
