import type { Expression, IrMethod } from "../../ir/index.ts";
import type {
  AbstractObject,
  ArrayObject,
  ClassObject,
  FunctionObject,
  HostFunctionObject,
  InstanceObject,
} from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { keptApart } from "../context.ts";
import { noteFailure } from "./failures.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { contextOf } from "../context.ts";
import { currentInstance } from "../values/function-instance.ts";
import { partOf, siteOf, siteOfRest, siteOn } from "../values/site.ts";
import type { Kinds } from "../values/kinds.ts";
import { UNDEFINED } from "../values/kinds.ts";
import type { Site } from "../values/site.ts";

/** An argument's node; of a spread one, the node of its elements. */
export interface ArgumentNode {
  node: FlowNode;
  spread: boolean;
}

/** One way that a call can go. */
export interface Call {
  /** What selects this way: the receiver, or the function that is called. */
  on: AbstractObject | Kinds;
  target: FunctionObject;
  receiver: AbstractObject | Kinds | undefined;
  /** A receiver of which only its node is known, as in `f.call(receiver)`. */
  receiverNode?: FlowNode | undefined;
  arguments: readonly ArgumentNode[];
  result: FlowNode;
  /** The call goes through the function's value, so that all such calls share one analysis. */
  shared?: boolean;
}

/** Lets a call flow into a function and its result out of it. */
export function callFunction(analysis: Analysis, caller: FunctionInstance, site: Site, call: Call): FunctionInstance {
  const { solver } = analysis;
  const callee = analysis.instanceFor(call.target, call.shared ? undefined : caller, site);
  analysis.noteCall(caller, site, { on: call.on, instance: callee });
  const { thisVariable } = callee.function;
  if (thisVariable) {
    const node = analysis.variable(callee, thisVariable);
    if (call.receiverNode) solver.connect(call.receiverNode, node);
    else if (typeof call.receiver === "number") solver.addKinds(node, call.receiver);
    else if (call.receiver) solver.addObject(node, call.receiver);
    else solver.addKinds(node, UNDEFINED);
  }
  linkArguments(analysis, callee, call.arguments);
  solver.connect(callee.result, call.result);
  return callee;
}

function linkArguments(analysis: Analysis, callee: FunctionInstance, given: readonly ArgumentNode[]): void {
  const { solver } = analysis;
  const firstSpread = given.findIndex(({ spread }) => spread);
  callee.function.parameters.forEach(({ variable, rest }, index) => {
    const node = analysis.variable(callee, variable);
    if (rest) {
      const array = analysis.allocation<ArrayObject>(callee, siteOfRest(index), () => analysis.newArray());
      solver.addObject(node, array);
      const from = firstSpread < 0 ? index : Math.min(index, firstSpread);
      for (const argument of given.slice(from)) solver.connect(argument.node, array.element);
      return;
    }
    if (firstSpread >= 0 && index >= firstSpread) {
      for (const argument of given.slice(firstSpread)) solver.connect(argument.node, node);
      solver.addKinds(node, UNDEFINED);
      return;
    }
    const argument = given[index];
    if (argument) solver.connect(argument.node, node);
    else solver.addKinds(node, UNDEFINED);
  });
}

/** Calls whatever functions reach a node. */
export function callValue(
  analysis: Analysis,
  caller: FunctionInstance,
  site: Site,
  callee: FlowNode,
  args: readonly ArgumentNode[],
  result: FlowNode,
  receiver?: AbstractObject,
  receiverNode?: FlowNode,
): void {
  const reached = new Set<AbstractObject>();
  let areSeveral = false;
  analysis.solver.onKinds(callee, () => noteFailure(analysis, caller, "throwNotCallable"));
  analysis.solver.onObject(callee, (target) => {
    if (!isCallable(target)) noteFailure(analysis, caller, "throwNotCallable");
    reached.add(target);
    const several = areSeveral || new Set([...reached].map((object) => canonical(object))).size > 1;
    const again = several && !areSeveral ? [...reached] : [target];
    areSeveral = several;
    for (const object of again) {
      callObject(analysis, caller, site, object, args, result, receiver, receiverNode, several);
    }
  });
}

/** Whether an object can be called; of classes only those of the library can. */
export function isCallable(object: AbstractObject): boolean {
  if (object.type !== "class") return object.type === "function" || object.type === "hostFunction";
  return object.definition.methods.some((method) => method.static && method.name.startsWith("@@call"));
}

/** Calls one function value. */
export function callObject(
  analysis: Analysis,
  caller: FunctionInstance,
  site: Site,
  target: AbstractObject,
  args: readonly ArgumentNode[],
  result: FlowNode,
  receiver?: AbstractObject,
  receiverNode?: FlowNode,
  shared = false,
): void {
  const { solver } = analysis;
  if (target.type === "function") {
    callFunction(analysis, caller, site, {
      on: target,
      target,
      receiver,
      receiverNode,
      arguments: args,
      result,
      shared,
    });
  } else if (target.type === "hostFunction") {
    callHostFunction(analysis, target, args);
    if (receiverNode) {
      solver.connect(receiverNode, target.receiver);
      target.isCalledOn.note();
    } else if (receiver) solver.addObject(target.receiver, receiver);
    else solver.addKinds(target.receiver, UNDEFINED);
    solver.connect(target.result, result);
  } else if (target.type === "class") {
    const named = (name: string): IrMethod | undefined =>
      target.definition.methods.find((candidate) => candidate.static && candidate.name === name);
    const counted = args.some(({ spread }) => spread) ? undefined : named(`@@call/${args.length}`);
    const method = counted ?? named("@@call");
    if (!method) return;
    callFunction(analysis, caller, partOf(site, "@@call"), {
      on: target,
      target: analysis.functionObject(method.function, target.scope),
      receiver: target,
      arguments: args,
      result,
    });
  }
}

/** Lets arguments reach a JavaScript function. From the first spread one on they can be anywhere, or be missing. */
function callHostFunction({ solver }: Analysis, target: HostFunctionObject, args: readonly ArgumentNode[]): void {
  const firstSpread = args.findIndex(({ spread }) => spread);
  const last = target.parameters.length - 1;
  target.parameters.forEach((parameter, index) => {
    const rest = index === last ? target.rest : undefined;
    const into = rest ? canonical(rest).element : parameter;
    if (!rest && (firstSpread >= 0 ? index >= firstSpread : index >= args.length))
      solver.addKinds(parameter, UNDEFINED);
    args.forEach((argument, at) => {
      const reaches = rest ? at >= index : at === index;
      if (reaches || (firstSpread >= 0 && at >= firstSpread)) solver.connect(argument.node, into);
    });
  });
}

/** Makes an instance of a class and runs its constructors. */
export function construct(
  analysis: Analysis,
  caller: FunctionInstance,
  expression: Expression,
  classObject: ClassObject,
  args: readonly ArgumentNode[],
  result: FlowNode,
): void {
  const object = instanceOfClass(analysis, caller, siteOf(expression), classObject);
  analysis.solver.addObject(result, object);
  runConstructor(analysis, caller, siteOf(expression, "new"), classObject, object, args);
}

/** The object that stands for what a place makes of a class. */
export function instanceOfClass(
  analysis: Analysis,
  caller: FunctionInstance,
  site: Site,
  target: ClassObject,
): InstanceObject {
  const classObject = canonical(target);
  if (!keptApart(classObject)) return analysis.commonInstance(classObject);
  const around = instanceBeingMade(analysis, caller, classObject);
  if (around) return around;
  return analysis.allocation(caller, siteOn(partOf(site, " new"), classObject), () =>
    analysis.newInstance(classObject, caller),
  );
}

/** Methods of a class that is analysed apart make instances of the kind that they belong to. */
function instanceBeingMade(
  analysis: Analysis,
  caller: FunctionInstance,
  classObject: ClassObject,
): InstanceObject | undefined {
  for (let at: FunctionInstance | undefined = currentInstance(caller); at; at = contextOf(at)) {
    const { thisVariable } = at.function;
    if (!thisVariable) continue;
    // Type parameters of its own are for what it makes of another type.
    if (at.function.generic) return undefined;
    for (const object of analysis.variable(at, thisVariable).objects) {
      const known = canonical(object);
      if (known.type === "instance" && canonical(known.class) === classObject) return known;
    }
  }
  return undefined;
}

/** Runs the constructor of a class, or of the nearest class that it inherits one from, and the field initialisers on the way. */
export function runConstructor(
  analysis: Analysis,
  caller: FunctionInstance,
  site: Site,
  target: ClassObject,
  object: InstanceObject,
  args: readonly ArgumentNode[],
): void {
  const classObject = canonical(target);
  const { definition, base } = classObject;
  const owner = keptApart(classObject) ? object : undefined;
  if (definition.construct) {
    callFunction(analysis, caller, siteOn(site, classObject), {
      on: object,
      target: analysis.functionObject(definition.construct, classObject.scope, owner),
      receiver: object,
      arguments: args,
      result: createNode(),
    });
    if (!base) runInitializer(analysis, caller, site, classObject, object);
    return;
  }
  if (base) runConstructor(analysis, caller, site, base, object, args);
  runInitializer(analysis, caller, site, classObject, object);
}

/** Runs a class's field initialiser. */
export function runInitializer(
  analysis: Analysis,
  caller: FunctionInstance,
  site: Site,
  classObject: ClassObject,
  object: InstanceObject,
): void {
  const { definition } = classObject;
  for (const name of definition.fields) analysis.field(object, name);
  if (!definition.initializer) return;
  const owner = keptApart(classObject) ? object : undefined;
  callFunction(analysis, caller, siteOn(partOf(site, " fields"), classObject), {
    on: object,
    target: analysis.functionObject(definition.initializer, classObject.scope, owner),
    receiver: object,
    arguments: [],
    result: createNode(),
  });
}
