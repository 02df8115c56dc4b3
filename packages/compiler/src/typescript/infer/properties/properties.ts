import type { Expression, IrMethod } from "../../ir/index.ts";
import type {
  AbstractObject,
  ClassObject,
  FunctionObject,
  InstanceObject,
  PropertiesObject,
} from "../values/abstract-object.ts";
import { changePositions } from "./positions.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { keptApart } from "../context.ts";
import { callFunction, callValue } from "../calls/calls.ts";
import { noteFailure, notePrimitive, noteWrite } from "../calls/failures.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { siteOf } from "../values/site.ts";
import type { Kinds } from "../values/kinds.ts";
import { HOST, NULLISH, NUMBER, STRING, UNDEFINED } from "../values/kinds.ts";
import { constructorOf } from "../objects/constructors.ts";
import { declaresField, hasStaticField, isForeignPrivate } from "../objects/declared-fields.ts";
import { readDictionary, writeDictionary } from "./dictionaries.ts";
import { readGiven, readStatic } from "../objects/given-properties.ts";
import { libraryClass } from "../values/library-values.ts";
import { noteGiven } from "../objects/explicit-undefined.ts";
import { onMissing } from "../objects/orders.ts";
import { PRIMITIVE_CLASSES, primitiveClassOf } from "./primitive-classes.ts";
import { LENGTH } from "../ranges/number-source.ts";

/** A method or accessor that a class has or inherits, and the class that declares it. */
export interface FoundMethod {
  method: IrMethod;
  declaredIn: ClassObject;
}

/** Finds a member of a class, or of its static side, along the chain of base classes. */
export function findMethod(
  classObject: ClassObject,
  name: string,
  kind: IrMethod["kind"],
  isStatic: boolean,
): FoundMethod | undefined {
  for (let at: ClassObject | undefined = classObject; at; at = at.base && canonical(at.base)) {
    const declared = at.definition.methods.filter(
      (candidate) => candidate.name === name && candidate.static === isStatic,
    );
    const method = declared.find((candidate) => candidate.kind === kind);
    if (method) return { method, declaredIn: at };
    // One half of an accessor hides both halves of an inherited one.
    if (declared.length > 0) return undefined;
  }
  return undefined;
}

/** A found method as a function; methods of objects that are analysed apart are that object's own. */
export function methodObject(
  analysis: Analysis,
  { method, declaredIn }: FoundMethod,
  receiver: AbstractObject | undefined,
): FunctionObject {
  const apart = method.function.analyzed === "byReceiver" || (receiver?.type === "instance" && keptApart(declaredIn));
  const owner = apart ? receiver : undefined;
  return analysis.functionObject(method.function, declaredIn.scope, owner);
}

/** The library class whose methods an object has beyond its own. */
export function builtinClassOf(object: AbstractObject): string {
  switch (object.type) {
    case "array":
      return "Array";
    case "function":
    case "hostFunction":
    case "class":
      return "Function";
    default:
      return "Object";
  }
}

/** An instance of the library's class for objects that are used as dictionaries. */
export type DictionaryObject = InstanceObject & { class: { definition: { name: "Dictionary" } } };

/** Whether an object is a dictionary, whose properties are entries. */
export function isDictionary(object: AbstractObject): object is DictionaryObject {
  return object.type === "instance" && object.class.definition.library && object.class.definition.name === "Dictionary";
}

/** Whether an object's elements are what its methods `@@get` and `@@set` say. */
export function isIndexed(analysis: Analysis, object: AbstractObject): boolean {
  return object.type === "instance" && lookUpMethod(analysis, object, "@@get", "method") !== undefined;
}

/** Whether a property of that name is an entry of a dictionary; what only the library can name is a member of its class. */
export function isEntry(object: AbstractObject, name: string): object is DictionaryObject {
  return isDictionary(object) && !name.startsWith("@@");
}

/** A method by name, of an object or of a kind of primitive. */
export function lookUpMethod(
  analysis: Analysis,
  on: AbstractObject | Kinds,
  name: string,
  kind: IrMethod["kind"],
): FunctionObject | undefined {
  if (typeof on === "number") {
    const className = primitiveClassOf(on);
    return className === undefined ? undefined : methodOfLibraryClass(analysis, className, name, kind);
  }
  const object = canonical(on);
  if (object.type === "instance") {
    const found = findMethod(object.class, name, kind, false);
    if (found) return methodObject(analysis, found, object);
  }
  if (object.type === "class") {
    const found = findMethod(object, name, kind, true);
    if (found) return methodObject(analysis, found, undefined);
  }
  if (object.type === "shape") {
    const accessor = kind === "get" ? object.getters.get(name) : kind === "set" ? object.setters.get(name) : undefined;
    if (accessor) return accessor;
  }
  return methodOfLibraryClass(analysis, builtinClassOf(object), name, kind, object);
}

function methodOfLibraryClass(
  analysis: Analysis,
  className: string,
  name: string,
  kind: IrMethod["kind"],
  receiver?: AbstractObject,
): FunctionObject | undefined {
  const classObject = libraryClass(analysis, className);
  const found = classObject && findMethod(classObject, name, kind, false);
  return found && methodObject(analysis, found, receiver);
}

/** Whether values of an object's property are kept in the object. */
export function hasField(object: AbstractObject, name: string): object is PropertiesObject {
  return (
    (object.type === "instance" || object.type === "shape" || object.type === "class" || object.type === "function") &&
    canonical(object).fields.has(name)
  );
}

/** Whether an object has a property of its own from the start, which hides a method by its name. */
export function hidesMethod(object: AbstractObject, name: string): boolean {
  return object.type === "instance" ? declaresField(object.class, name) : hasField(object, name);
}

/** Follows what instances are given for a method of their class, if any are. */
export function whenReplaced(
  analysis: Analysis,
  object: AbstractObject,
  method: string,
  follow: (field: FlowNode) => void,
): void {
  if (object.type === "instance") analysis.replaced.of(method).whenMet(() => follow(analysis.field(object, method)));
}

/** What reading a property by its name gives. */
export function readProperty(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  object: FlowNode,
  name: string,
  result: FlowNode,
): void {
  const { solver } = analysis;
  if (!instance.function.library) analysis.read.of(name).note();
  solver.onKinds(object, (kinds) => {
    if (kinds & NULLISH) noteFailure(analysis, instance, "throwReading");
    if (name === "length" && kinds & STRING) solver.addKinds(result, NUMBER, LENGTH);
    for (const [bit] of PRIMITIVE_CLASSES) {
      if ((kinds & bit) === 0 || readAccessor(analysis, instance, expression, bit, name, result)) continue;
      const method =
        name === "constructor" ? constructorOf(analysis, bit) : lookUpMethod(analysis, bit, name, "method");
      if (method) solver.addObject(result, method);
      else if (bit !== STRING || name !== "length") solver.addKinds(result, UNDEFINED);
    }
    if (kinds & HOST) {
      solver.addKinds(result, HOST);
      if (!instance.function.library) analysis.hostIsRead.note();
    }
  });
  solver.onObject(object, (target) => readPropertyOf(analysis, instance, expression, target, name, result));
}

/** What reading a property of one object gives. */
export function readPropertyOf(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: AbstractObject,
  name: string,
  result: FlowNode,
): void {
  const { solver } = analysis;
  if (target.type === "array" && name === "length") return solver.addKinds(result, NUMBER, LENGTH);
  const constructed = name === "constructor" ? constructorOf(analysis, target) : undefined;
  if (constructed) solver.addObject(result, constructed);
  if (constructed && !isDictionary(target)) return;
  if (isEntry(target, name)) return readDictionary(analysis, instance, expression, target, result);
  if (target.type === "class" && hasStaticField(target, name)) return readStatic(analysis, target, name, result);
  // A literal's own symbol hides what `Object` has by it.
  const hides = target.type === "shape" && name.startsWith("@@") && hasField(target, name);
  if (!hides && readAccessor(analysis, instance, expression, target, name, result)) return;
  if (target.type === "instance" || target.type === "shape" || target.type === "class") {
    const method = hidesMethod(target, name) ? undefined : lookUpMethod(analysis, target, name, "method");
    if (method) {
      solver.addObject(result, method);
      whenReplaced(analysis, target, name, (field) => solver.connect(field, result));
      return;
    }
    if (target.type === "class") return readStatic(analysis, target, name, result);
    if (isForeignPrivate(target, name)) noteFailure(analysis, instance, "throwPrivate");
    solver.connect(analysis.field(target, name), result);
    if (target.type === "shape") onMissing(analysis, target, name, () => solver.addKinds(result, UNDEFINED));
    else if (!declaresField(target.class, name)) solver.addKinds(result, UNDEFINED);
    return;
  }
  if (target.type === "function") readGiven(analysis, target, name, result);
  const method = lookUpMethod(analysis, target, name, "method");
  if (method) solver.addObject(result, method);
  else solver.addKinds(result, UNDEFINED);
}

/** Reads through a getter; whether there is one. */
function readAccessor(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  on: AbstractObject | Kinds,
  name: string,
  result: FlowNode,
): boolean {
  if (typeof on === "object" && on.type === "shape" && on.getters.has(name)) {
    const accessors = analysis.field(on, `@@get ${name}`);
    callValue(analysis, instance, siteOf(expression, "get"), accessors, [], result, on);
    return true;
  }
  const getter = lookUpMethod(analysis, on, name, "get");
  if (!getter) return false;
  callFunction(analysis, instance, siteOf(expression, "get"), {
    on,
    target: getter,
    receiver: on,
    arguments: [],
    result,
  });
  return true;
}

/** Writes a property by its name. */
export function writeProperty(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  object: FlowNode,
  name: string,
  value: FlowNode,
): void {
  analysis.solver.onKinds(object, (kinds) => {
    if (kinds & NULLISH) noteFailure(analysis, instance, "throwSetting");
  });
  notePrimitive(analysis, instance, object);
  analysis.solver.onObject(object, (target) => {
    writePropertyOf(analysis, instance, expression, target, name, value);
  });
}

/** Whether a property has a getter and no setter. */
export function isReadOnly(analysis: Analysis, target: AbstractObject, name: string): boolean {
  if ((target.type === "shape" && target.setters.has(name)) || hasField(target, name)) return false;
  return (
    lookUpMethod(analysis, target, name, "get") !== undefined &&
    lookUpMethod(analysis, target, name, "set") === undefined
  );
}

/** Whether a length is assigned that every array can have. */
function isLength(expression: Expression): boolean {
  return expression.op === "setProperty" && expression.value.op === "number" && expression.value.value === 0;
}

/** Writes a property of one object. */
export function writePropertyOf(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: AbstractObject,
  name: string,
  value: FlowNode,
): void {
  noteWrite(analysis, instance);
  if (isEntry(target, name)) return writeDictionary(analysis, instance, expression, target, value);
  if (target.type === "shape" && target.setters.has(name)) {
    const accessors = analysis.field(target, `@@set ${name}`);
    const args = [{ node: value, spread: false }];
    callValue(analysis, instance, siteOf(expression, "set"), accessors, args, createNode(), target);
    return;
  }
  const setter = lookUpMethod(analysis, target, name, "set");
  if (!setter && isReadOnly(analysis, target, name)) return noteFailure(analysis, instance, "throwReadOnly");
  if (setter) {
    callFunction(analysis, instance, siteOf(expression, "set"), {
      on: target,
      target: setter,
      receiver: target,
      arguments: [{ node: value, spread: false }],
      result: createNode(),
    });
    return;
  }
  if (isForeignPrivate(target, name)) noteFailure(analysis, instance, "throwPrivate");
  if (target.type === "shape") {
    target.added.add(name);
    noteGiven(target, name, value);
  }
  if (target.type === "instance" && !instance.function.library) analysis.set.of(name).note();
  if (target.type === "instance" && !hidesMethod(target, name) && lookUpMethod(analysis, target, name, "method")) {
    analysis.replaced.of(name).note();
  }
  const { type } = target;
  if (type === "instance" || type === "shape" || type === "class" || type === "function") {
    analysis.solver.connect(value, analysis.field(target, name));
  }
  // Until then it is not there.
  if (type === "function" || (type === "class" && !hasStaticField(target, name))) {
    analysis.solver.addKinds(analysis.field(target, name), UNDEFINED);
  }
  if (target.type === "array" && name === "length") {
    if (!isLength(expression)) noteFailure(analysis, instance, "throwArrayLength");
    changePositions(analysis, target);
    analysis.solver.addKinds(target.element, UNDEFINED);
  }
}
