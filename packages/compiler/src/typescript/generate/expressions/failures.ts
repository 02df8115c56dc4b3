import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  brOnNonNull,
  call,
  createLabel,
  createLocal,
  drop,
  i32,
  ifElse,
  localGet,
  localSet,
  ref,
  unreachable,
} from "../../../wasm/index.ts";
import type { AbstractObject, Failure, FlowNode } from "../../infer/index.ts";
import { BOOLEAN, NULL, NULLISH, NUMBER, STRING, UNDEFINED, failureOf, isSure, objectsOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { BOOLEAN_REPRESENTATION, EXTERN_REPRESENTATION, NUMBER_REPRESENTATION, valueType } from "../representation.ts";
import { isKind, isNullish } from "./tests.ts";
import { textOf } from "./text.ts";
import { typeOf } from "./type-of.ts";

/** Throws one of the library's errors; in the library itself, and where the analysis has seen no need for it, traps. */
export function fail(f: FunctionGenerator, failure: Failure, ...args: Value[]): Instruction[] {
  const complaint = failureOf(f.program.analysis, failure);
  const isSaid = failure === "throwNotIterableValue" || !isSure(f.generated.instance);
  if (!complaint || !isSaid) return [unreachable()];
  const { wasm, parameters } = f.program.functionFor(complaint);
  const operands = args.map((argument, index) => {
    const wanted = parameters[index];
    if (!wanted) throw new Error(`${failure} takes ${parameters.length} arguments`);
    return f.convert(argument, wanted);
  });
  return [drop(call(wasm, ...operands)), unreachable()];
}

/** A text as an argument of a failure. */
export function textValue(f: FunctionGenerator, text: string): Value {
  return { code: f.text(text), representation: EXTERN_REPRESENTATION, kinds: STRING };
}

/** Complains that a private member is read or written of an object of another class. */
export function failPrivate(f: FunctionGenerator, object: Value, isWritten: boolean, name: string): Instruction[] {
  const written = { code: i32(isWritten ? 1 : 0), representation: BOOLEAN_REPRESENTATION, kinds: BOOLEAN };
  return [drop(object.code), ...fail(f, "throwPrivate", written, textValue(f, name.slice(2).replace(/@\d+$/, "")))];
}

/** A number as an argument of a failure. */
export function numberValue(code: Instruction): Value {
  return { code, representation: NUMBER_REPRESENTATION, kinds: NUMBER };
}

/** A value that is neither `undefined` nor `null`: of one that is, `complain` says so. It is told whether it is `null`. */
export function presentOr(f: FunctionGenerator, value: Value, complain: (isNull: Value) => Instruction[]): Value {
  const { representation, kinds, code } = value;
  if ((kinds & NULLISH) === 0 || f.generated.instance.function.library) return value;
  const present = kinds & ~NULLISH;
  const isNull = (test: Instruction): Value => ({ code: test, representation: BOOLEAN_REPRESENTATION, kinds: BOOLEAN });
  const either = representation.type === "any" || representation.type === "number" || representation.type === "boolean";
  if (either && (kinds & NULL) !== 0) {
    const type = valueType(representation);
    const local = createLocal("present", type);
    const again = { ...value, code: localGet(local) };
    const test = (kinds & UNDEFINED) === 0 ? i32(1) : isKind(f, again, NULL);
    const body = [localSet(local, code), ifElse(isNullish(f, again), complain(isNull(test))), localGet(local)];
    return { ...value, kinds: present, code: block(createLabel("present"), type, body) };
  }
  const isNever = isNull(i32(kinds & NULL ? 1 : 0));
  if (representation.type === "extern" || representation.type === "reference" || representation.type === "any") {
    const heap = representation.type === "reference" ? representation.struct : representation.type;
    const label = createLabel("present");
    const body = [brOnNonNull(label, code), ...complain(isNever)];
    return { ...value, kinds: present, code: block(label, ref(heap), body) };
  }
  const type = valueType(representation);
  const local = createLocal("present", type);
  const again = { ...value, code: localGet(local) };
  const body = [localSet(local, code), ifElse(isNullish(f, again), complain(isNever)), localGet(local)];
  return { ...value, kinds: present, code: block(createLabel("present"), type, body) };
}

/** A value that is one of some objects: of any other, `complain` says so. */
export function objectOr(
  f: FunctionGenerator,
  value: Value,
  objects: readonly AbstractObject[],
  complain: (value: Value) => Instruction[],
): Value {
  const type = valueType(value.representation);
  const local = createLocal("searched", type);
  const again: Value = { ...value, code: localGet(local) };
  return {
    ...value,
    code: block(createLabel("searched"), type, [
      localSet(local, value.code),
      ifElse(f.isObject(again, objects), [], complain(again)),
      localGet(local),
    ]),
    kinds: 0,
  };
}

/** A value whose property is read. */
export function readOwner(f: FunctionGenerator, value: Value, name: string): Value {
  return presentOr(f, value, (isNull) => fail(f, "throwReading", isNull, textValue(f, name)));
}

/** A value whose property is set, which only objects have; `absent` complains of `undefined` and `null`. */
export function writtenOwner(
  f: FunctionGenerator,
  value: Value,
  node: FlowNode,
  name: () => Value,
  absent: (isNull: Value) => Instruction[] = (isNull) => fail(f, "throwSetting", isNull, name()),
): Value {
  const present = presentOr(f, value, absent);
  if ((present.kinds & ~NULLISH) === 0 || isSure(f.generated.instance)) return present;
  return objectOr(f, present, objectsOf(node), (given) => {
    const type = { code: typeOf(f, given, node), representation: EXTERN_REPRESENTATION, kinds: STRING };
    const text = { code: textOf(f, given), representation: EXTERN_REPRESENTATION, kinds: STRING };
    return fail(f, "throwNotCreated", name(), type, text);
  });
}

/** How V8 names what is called, iterated over or constructed. */
export function describe(expression: Expression): string {
  switch (expression.op) {
    case "get":
      return expression.variable.kind === "temporary" ? "(intermediate value)" : expression.variable.name;
    case "library":
      return expression.name;
    case "property":
      return `${describe(expression.object)}.${describeName(expression.name)}`;
    case "element":
      return `${describe(expression.object)}[${describeKey(expression.key)}]`;
    case "call":
      return `${describe(expression.callee)}(...)`;
    case "callMethod":
      return `${describe(expression.object)}.${describeName(expression.name)}(...)`;
    case "narrow":
      return describe(expression.value);
    case "undefined":
    case "null":
      return expression.op;
    case "number":
      return String(expression.value);
    case "string":
      return JSON.stringify(expression.value);
    default:
      return "(intermediate value)";
  }
}

/** How V8 names the key of an element. */
export function describeKey(key: Expression): string {
  return key.op === "get" || key.op === "number" || key.op === "string" ? describe(key) : "...";
}

/** A property as the author writes it. */
export function describeName(name: string): string {
  return name.startsWith("@@#") ? name.slice(2) : name.replace(/^@@/, "Symbol.");
}
