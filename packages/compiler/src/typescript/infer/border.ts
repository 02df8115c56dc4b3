import type { BorderFunction, BorderMember, BorderType, Expression } from "../ir/index.ts";
import type { AbstractObject, ClassObject, HostFunctionObject, InstanceObject } from "./abstract-object.ts";
import { canonical } from "./abstract-object.ts";
import type { Analysis } from "./analysis.ts";
import type { ArgumentNode } from "./calls.ts";
import { callObject, instanceOfClass, runConstructor } from "./calls.ts";
import type { FlowNode } from "./flow-node.ts";
import { createNode } from "./flow-node.ts";
import type { FunctionInstance } from "./function-instance.ts";
import type { Kinds } from "./kinds.ts";
import { ANYTHING, BIGINT, BOOLEAN, NULL, NUMBER, STRING, SYMBOL, UNDEFINED } from "./kinds.ts";
import { libraryClass } from "./library-values.ts";
import { callMethodOf } from "./methods.ts";
import { readPropertyOf, writePropertyOf } from "./properties.ts";
import type { Visit } from "./visit.ts";

const PRIMITIVES: Readonly<Record<string, Kinds>> = {
  undefined: UNDEFINED,
  null: NULL,
  boolean: BOOLEAN,
  number: NUMBER,
  string: STRING,
  bigint: BIGINT,
  symbol: SYMBOL,
};

/** Lets values that JavaScript passes in as a type reach a node. */
export function enter(border: Border, node: FlowNode, type: BorderType): void {
  const { solver } = border.visit.analysis;
  const kinds = PRIMITIVES[type.type];
  if (kinds !== undefined) return solver.addKinds(node, kinds);
  if (type.type === "any") return solver.addKinds(node, ANYTHING);
  if (type.type === "union") return type.members.forEach((member) => enter(border, node, member));
  const object = border.object(type);
  if (object) solver.addObject(node, object);
}

/** Lets JavaScript use what reaches a node as a type: call functions, methods and accessors with what their types allow. */
export function leave(border: Border, node: FlowNode, type: BorderType): void {
  if (PRIMITIVES[type.type] !== undefined) return;
  if (type.type === "union") return type.members.forEach((member) => leave(border, node, member));
  border.visit.analysis.solver.onObject(node, (object) => border.leaveObject(object, type));
}

/** What crosses between JavaScript and the program. */
export class Border {
  readonly visit: Visit;
  #entering = new Map<BorderType, AbstractObject>();
  #left = new Map<AbstractObject, Set<BorderType>>();
  #next = 1;

  /** `visit` is in the instance that stands for the world outside. */
  constructor(visit: Visit) {
    this.visit = visit;
  }

  /** The object that values of a type are made as when they come in. */
  object(type: BorderType): AbstractObject | undefined {
    const known = this.#entering.get(type);
    if (known) return canonical(known);
    const object = this.#make(type);
    if (!object) return undefined;
    this.#entering.set(type, object);
    this.#fill(type, object);
    return canonical(object);
  }

  #make(type: BorderType): AbstractObject | undefined {
    const { analysis, instance } = this.visit;
    switch (type.type) {
      case "array":
      case "tuple":
      case "iterable":
        return analysis.newArray();
      case "object":
        return analysis.shapeObject(type.shape, undefined, () =>
          analysis.newShapeObject(
            type.shape,
            type.fields.map(({ name }) => name),
          ),
        );
      case "dictionary": {
        const classObject = libraryClass(analysis, "Dictionary");
        if (!classObject) return undefined;
        return analysis.shapeObject(type.shape, undefined, () => analysis.newInstance(classObject, instance));
      }
      case "instance":
        return instanceOfClass(analysis, instance, "border", analysis.classObject(type.class, undefined));
      case "class":
        return analysis.classObject(type.class, undefined);
      case "library": {
        const classObject = libraryClass(analysis, type.name);
        return classObject && analysis.newInstance(classObject, instance);
      }
      case "function":
        return hostFunction(analysis, type);
      default:
        return undefined;
    }
  }

  #fill(type: BorderType, object: AbstractObject): void {
    const { analysis } = this.visit;
    if (object.type === "array") {
      if (type.type === "array" || type.type === "iterable") enter(this, object.element, type.element);
      if (type.type === "tuple") {
        for (const element of type.elements) enter(this, object.element, element);
        if (type.rest) enter(this, object.element, type.rest);
      }
    }
    if (type.type === "object" && object.type === "shape") {
      object.orders.push(type.fields.filter(({ optional }) => !optional).map(({ name }) => name));
      for (const field of type.fields) {
        const node = analysis.field(object, field.name);
        enter(this, node, field.type);
        if (field.optional) analysis.solver.addKinds(node, UNDEFINED);
      }
    }
    if (type.type === "dictionary" && object.type === "instance") {
      this.#constructed(object);
      const value = createNode();
      enter(this, value, type.value);
      this.callMethod(object, "set", [text(this.visit), value], "border");
    }
    if (type.type === "library" && object.type === "instance") this.#fillLibrary(type, object);
    if (type.type === "function" && object.type === "hostFunction") {
      enter(this, object.result, type.result);
      type.parameters.forEach((parameter, index) => {
        const node = object.parameters[index];
        if (node) leave(this, node, parameter.type);
      });
    }
  }

  #constructed(object: AbstractObject, args: FlowNode[] = []): void {
    if (object.type !== "instance") return;
    const { analysis, instance } = this.visit;
    runConstructor(
      analysis,
      instance,
      `border ${object.id}`,
      object.class,
      object,
      args.map((node) => ({ node, spread: false })),
    );
  }

  #fillLibrary(type: Extract<BorderType, { type: "library" }>, object: AbstractObject): void {
    const values = type.arguments.map((argument) => {
      const node = createNode();
      enter(this, node, argument);
      return node;
    });
    this.#constructed(object);
    if (type.name === "Map" && values[0] && values[1]) this.callMethod(object, "set", [values[0], values[1]], "border");
    if (type.name === "Set" && values[0]) this.callMethod(object, "add", [values[0]], "border");
  }

  /** Calls a method of an object as JavaScript would. */
  callMethod(object: AbstractObject, name: string, args: FlowNode[], use: string): FlowNode {
    const result = createNode();
    const given = args.map((node) => ({ node, spread: false }));
    callMethodOf(this.visit, BORDER_SITE, object, name, given, result, `${use} ${object.id} ${name}`);
    return result;
  }

  /** Lets JavaScript use an object as a type. */
  leaveObject(object: AbstractObject, type: BorderType): void {
    let types = this.#left.get(object);
    if (!types) this.#left.set(object, (types = new Set()));
    if (types.has(type)) return;
    types.add(type);
    const { analysis } = this.visit;
    if (object.type === "class" && type.type === "class") return this.#leaveClass(object, type);
    if (object.type === "function") {
      if (type.type === "function") this.#call(object, type);
      return;
    }
    if (object.type === "array") {
      if (type.type === "array" || type.type === "iterable") leave(this, object.element, type.element);
      if (type.type === "tuple") {
        for (const element of type.elements) leave(this, object.element, element);
        if (type.rest) leave(this, object.element, type.rest);
      }
      return;
    }
    if (object.type === "shape" && type.type === "object") {
      for (const field of type.fields) leave(this, analysis.field(object, field.name), field.type);
    }
  }

  #call(object: AbstractObject, type: BorderFunction): void {
    const { analysis, instance } = this.visit;
    const result = createNode();
    const args = this.#arguments(type);
    callObject(analysis, instance, BORDER_SITE, object, args, result, undefined, `call ${object.id}`, undefined, true);
    leave(this, result, type.result);
  }

  #arguments(type: BorderFunction): ArgumentNode[] {
    return type.parameters.map((parameter) => {
      const node = createNode();
      const { analysis } = this.visit;
      if (parameter.rest && parameter.type.type === "array") enter(this, node, parameter.type.element);
      else enter(this, node, parameter.type);
      if (parameter.optional) analysis.solver.addKinds(node, UNDEFINED);
      return { node, spread: parameter.rest };
    });
  }

  /** Lets JavaScript construct a class and use its members. */
  #leaveClass(classObject: ClassObject, type: Extract<BorderType, { type: "class" }>): void {
    const { analysis, instance } = this.visit;
    const object = instanceOfClass(analysis, instance, `border ${classObject.id}`, classObject);
    runConstructor(
      analysis,
      instance,
      `border ${classObject.id}`,
      classObject,
      object,
      this.#arguments(type.construct),
    );
    for (const member of type.members) this.#leaveMember(object, member);
    for (const member of type.statics) this.#leaveMember(classObject, member);
  }

  #leaveMember(object: InstanceObject | ClassObject, member: BorderMember): void {
    const { analysis, instance } = this.visit;
    const use = `member ${object.id} ${member.name}`;
    if (member.kind === "method" && member.type.type === "function") {
      const result = createNode();
      callMethodOf(this.visit, BORDER_SITE, object, member.name, this.#arguments(member.type), result, use);
      leave(this, result, member.type.result);
      return;
    }
    const value = createNode();
    if (member.kind !== "set") {
      readPropertyOf(analysis, instance, { ...BORDER_SITE, id: this.#next++ }, object, member.name, value);
      leave(this, value, member.type);
    }
    if (member.kind === "field" || member.kind === "set" || member.kind === "accessor") {
      const given = createNode();
      enter(this, given, member.type);
      writePropertyOf(analysis, instance, { ...BORDER_SITE, id: this.#next++ }, object, member.name, given);
    }
  }

  /** Lets JavaScript use an export. */
  leaveExport(node: FlowNode, type: BorderType): void {
    leave(this, node, type);
  }
}

/** Names the calls that come from outside. */
const BORDER_SITE: Expression = {
  op: "undefined",
  id: 0,
  position: { file: "", line: 1, column: 1 },
};

function text({ analysis }: Visit): FlowNode {
  const node = createNode();
  analysis.solver.addKinds(node, STRING);
  return node;
}

/** The instance that stands for the world outside the program. */
export function outside(analysis: Visit["analysis"]): FunctionInstance {
  return {
    id: -1,
    function: {
      type: "function",
      name: "outside",
      kind: "ordinary",
      parameters: [],
      thisVariable: undefined,
      body: [],
      parent: undefined,
      generic: false,
      library: false,
      analyzed: undefined,
      expressions: 0,
      position: BORDER_SITE.position,
    },
    scope: undefined,
    caller: undefined,
    owner: undefined,
    expressions: [],
    variables: new Map(),
    result: analysis.thrown,
    calls: new Map(),
    clones: new Map(),
    allocations: new Map(),
    places: new Map(),
    merged: undefined,
  };
}

function hostFunction(analysis: Analysis, border: BorderFunction): HostFunctionObject {
  const object: HostFunctionObject = {
    type: "hostFunction",
    border,
    parameters: border.parameters.map(() => createNode()),
    result: createNode(),
    ...analysis.identity(undefined),
  };
  analysis.objects.push(object);
  return object;
}
