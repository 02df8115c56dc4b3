import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, drop, localGet, localSet } from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode, FunctionInstance, Kinds, Site } from "../../infer/index.ts";
import {
  BIGINT,
  BOOLEAN,
  NUMBER,
  STRING,
  SYMBOL,
  hasField,
  isCalledBy,
  isMutator,
  kindsOf,
  objectsOf,
  partOf,
  siteOn,
} from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { ANY_REPRESENTATION, valueType } from "../representation.ts";
import { callFunctionValue } from "./call-value.ts";
import type { CallArgument } from "./direct-call.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { describe, describeName, fail, readOwner, textValue } from "./failures.ts";
import { readPropertyCase } from "./property.ts";
import { isRestricted, requireChangeable } from "./restricted-write.ts";

/** A method call that is being written. */
export interface MethodCall {
  expression: Expression;
  site: Site;
  object: Value;
  node: FlowNode;
  /** The receivers that this call is about; all of the node's without. */
  only: readonly AbstractObject[] | undefined;
  name: string;
  arguments: readonly CallArgument[];
  /** Node of the result; `undefined` if each target's own will do. */
  result: FlowNode | undefined;
}

/** Calls a method of a value. The result is held as the result's node says. */
export function generateMethodCall(f: FunctionGenerator, call: MethodCall): Instruction {
  const groups = groupReceivers(f, call);
  const given = isApply(call) ? spreadList(call) : call.arguments;
  const receiver = readOwner(f, call.object, call.name);
  const wanted = call.result ? f.representationOf(call.result) : resultOf(f, groups);
  const [only] = groups;
  if (groups.length === 1 && only) return only.code(receiver, given, wanted);
  const setup: Instruction[] = [];
  const object = createLocal("receiver", valueType(call.object.representation));
  setup.push(localSet(object, receiver.code));
  const args = given.map((argument) => keep(argument, setup));
  const cases = groups.map((group): DispatchCase => ({
    objects: group.objects,
    kind: group.kind,
    code: (value) => group.code(value, args, wanted),
  }));
  const code = dispatch(f, { ...receiver, code: localGet(object) }, cases, wanted);
  return block(createLabel("method"), valueType(wanted), [...setup, code]);
}

/** Whether a call is that of `apply` of functions, which takes the arguments as a list. */
function isApply({ name, node }: MethodCall): boolean {
  return name === "apply" && objectsOf(node).every((object) => isCalledBy(object, name));
}

/** The list that `apply` is given as arguments of their own. */
function spreadList({ arguments: args, expression }: MethodCall): CallArgument[] {
  const list = expression.op === "callMethod" ? expression.arguments[1]?.value : undefined;
  return args.map((argument, index) => (index === 1 ? { ...argument, spreads: list } : argument));
}

/** An argument evaluated once, for several ways that a call can go. */
export function keep(argument: CallArgument, setup: Instruction[]): CallArgument {
  if (argument.spreads) return argument;
  const value = argument.value();
  const local = createLocal("argument", valueType(value.representation));
  setup.push(localSet(local, value.code));
  return { value: () => ({ ...value, code: localGet(local) }), spreads: undefined };
}

interface Group {
  objects: AbstractObject[];
  kind: Kinds;
  instance: FunctionInstance | undefined;
  code(value: Value, args: readonly CallArgument[], wanted: Representation): Instruction;
}

function resultOf(f: FunctionGenerator, groups: readonly Group[]): Representation {
  const instance = groups.length === 1 ? groups[0]?.instance : undefined;
  return instance ? f.program.functionFor(instance).result : ANY_REPRESENTATION;
}

/** A call of an array's method that changes it; an array that may be frozen is looked at before. */
function unlessRestricted(
  f: FunctionGenerator,
  name: string,
  { objects }: Group,
  receiver: Value,
  wanted: Representation,
  makeCall: (receiver: Value) => Instruction,
): Instruction {
  const array = isMutator(name)
    ? objects.find((object) => object.type === "array" && isRestricted(f, object))
    : undefined;
  if (array?.type !== "array") return makeCall(receiver);
  const kept = f.keep(receiver.code, receiver.representation);
  const again = (): Value => ({ ...receiver, code: kept.again() });
  return block(createLabel("change"), valueType(wanted), [
    kept.set,
    ...requireChangeable(f, again(), array, name),
    makeCall(again()),
  ]);
}

/** Receivers by the function that they lead to. */
function groupReceivers(f: FunctionGenerator, call: MethodCall): Group[] {
  const targets = targetsOf(f, call.site);
  const groups: Group[] = [];
  const direct = (instance: FunctionInstance): Group => {
    let group = groups.find((candidate) => candidate.instance === instance);
    if (!group) {
      group = {
        objects: [],
        kind: 0,
        instance,
        code: (receiver, args, wanted) =>
          unlessRestricted(f, call.name, group!, receiver, wanted, (on) =>
            f.convert(callInstance(f, instance, { receiver: on, arguments: args }), wanted),
          ),
      };
      groups.push(group);
    }
    return group;
  };
  const receivers = call.only ?? objectsOf(call.node);
  const called = receivers.filter((object) => isCalledBy(object, call.name));
  if (called.length > 0) {
    groups.push({ objects: called, kind: 0, instance: undefined, code: callsItself(f, call, called) });
  }
  for (const object of receivers) {
    if (called.includes(object)) continue;
    const target = isReplaced(f, object, call.name) ? undefined : targets.find(({ on }) => on === object);
    if (target) direct(target.instance).objects.push(object);
    else groups.push({ objects: [object], kind: 0, instance: undefined, code: throughValue(f, call, object) });
  }
  if (call.only) return groups;
  for (const kind of [STRING, NUMBER, BOOLEAN, BIGINT, SYMBOL]) {
    if ((kindsOf(call.node) & kind) === 0) continue;
    const target = targets.find(({ on }) => on === kind);
    if (!target) {
      groups.push({ objects: [], kind, instance: undefined, code: notCallable(f, call) });
      continue;
    }
    const group = direct(target.instance);
    if (group.kind !== 0 || group.objects.length > 0) {
      groups.push({ ...group, objects: [], kind });
    } else group.kind = kind;
  }
  return groups;
}

/** Whether an object may have something of its own in place of a method of its class. */
function isReplaced(f: FunctionGenerator, object: AbstractObject, name: string): boolean {
  return object.type === "instance" && f.program.analysis.replaced.of(name).holds && hasField(object, name);
}

/** How the author names what is called, unless the compiler calls it of itself. */
function describeMember({ expression, name }: MethodCall): string {
  const owner = "object" in expression ? describe(expression.object) : describe(expression);
  return `${owner}.${describeName(name)}`;
}

/** Says that a primitive has no such method, once the arguments have been evaluated. */
function notCallable(f: FunctionGenerator, call: MethodCall): Group["code"] {
  return (receiver, args, wanted) =>
    block(createLabel("method"), valueType(wanted), [
      drop(receiver.code),
      ...args.map((argument) => drop(argument.value().code)),
      ...fail(f, "throwNotCallable", textValue(f, describeMember(call))),
    ]);
}

/** Calls functions by their `call` or `apply`. */
function callsItself(f: FunctionGenerator, call: MethodCall, objects: readonly AbstractObject[]): Group["code"] {
  return (callee, args, wanted) =>
    callFunctionValue(f, {
      site: partOf(call.site, "value"),
      callee,
      objects,
      receiver: args[0]?.value(),
      arguments: args.slice(1),
      wanted,
      name: call.name,
    });
}

/** Calls what a property holds, with the object as its receiver. */
function throughValue(f: FunctionGenerator, call: MethodCall, object: AbstractObject): Group["code"] {
  return (receiver, args, wanted) => {
    const node = f.program.analysis.place(f.generated.instance, siteOn(partOf(call.site, " property"), object));
    const kept = createLocal("receiver", valueType(receiver.representation));
    const again = (): Value => ({ ...receiver, code: localGet(kept) });
    const callee = readPropertyCase(f, call.expression, object, call.name, f.representationOf(node)).code(again());
    const code = callFunctionValue(f, {
      site: partOf(call.site, "value"),
      callee: f.valueOf(callee, node),
      objects: objectsOf(node),
      receiver: again(),
      arguments: args,
      wanted,
      name: describeMember(call),
    });
    return block(createLabel("method"), valueType(wanted), [localSet(kept, receiver.code), code]);
  };
}
