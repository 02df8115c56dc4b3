import type { Instruction } from "../../../wasm/index.ts";
import { call, drop, i32, op } from "../../../wasm/index.ts";
import type { AbstractObject, ArrayObject, Failure } from "../../infer/index.ts";
import { BOOLEAN, HOST, NUMBER, STRING, failureOf, isEntry, isSure, siteOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import { lengthOf } from "../array-access.ts";
import { classNameOf } from "../class-name.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { isPlacePresent } from "../property-places.ts";
import {
  ANY_REPRESENTATION,
  BOOLEAN_REPRESENTATION,
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  reference,
} from "../representation.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import { textValue } from "./failures.ts";
import { textOf } from "./text.ts";

/** Whether writes to an object have to be looked at, because it may be frozen or closed. */
export function isRestricted(f: FunctionGenerator, target: AbstractObject): boolean {
  if (isSure(f.generated.instance)) return false;
  return f.program.analysis.restricted.any.holds && f.program.analysis.restricted.has(target);
}

/** Throws if an object may not be written to as the program is about to. */
export function requireWritable(
  f: FunctionGenerator,
  object: Value,
  target: AbstractObject,
  name: Value,
  exists: Instruction,
): Instruction[] {
  if (!isRestricted(f, target)) return [];
  const isThere: Value = { code: exists, representation: BOOLEAN_REPRESENTATION, kinds: BOOLEAN };
  return require(f, "requireWritable", [hostValue(f, object), isThere, ownerOf(f, target), name]);
}

/** Throws if a property may not be deleted. */
export function requireRemovable(
  f: FunctionGenerator,
  object: Value,
  target: AbstractObject,
  name: Value,
): Instruction[] {
  if (!isRestricted(f, target)) return [];
  return require(f, "requireRemovable", [hostValue(f, object), ownerOf(f, target), name]);
}

/** An array, before a method that may change it is called. */
export function requireChangeable(
  f: FunctionGenerator,
  array: Value,
  target: ArrayObject,
  method: string,
): Instruction[] {
  const adds = method === "push" || method === "unshift";
  const layout = f.program.layouts.arrays.of(target);
  const length: Value = {
    code: lengthOf(layout, f.convert(array, reference(layout.struct))),
    representation: INTEGER_REPRESENTATION,
    kinds: NUMBER,
  };
  const name = adds
    ? { code: textOf(f, length), representation: EXTERN_REPRESENTATION, kinds: STRING }
    : textValue(f, "0");
  return requireWritable(f, array, target, name, i32(adds ? 0 : 1));
}

function require(f: FunctionGenerator, failure: Failure, args: readonly Value[]): Instruction[] {
  const complaint = failureOf(f.program.analysis, failure);
  if (!complaint) return [];
  const { wasm, parameters } = f.program.functionFor(complaint);
  return [drop(call(wasm, ...args.map((argument, index) => f.convert(argument, parameters[index]!))))];
}

function hostValue(f: FunctionGenerator, object: Value): Value {
  const code = op("extern.convert_any", f.convert(object, ANY_REPRESENTATION));
  return { code, representation: EXTERN_REPRESENTATION, kinds: HOST };
}

/** How V8 names an object. */
function ownerOf(f: FunctionGenerator, target: AbstractObject): Value {
  return textValue(f, target.type === "array" ? "[object Array]" : `#<${classNameOf(target)}>`);
}

/** The same for a property with a name that is known. */
export function requireWritableField(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  target: AbstractObject,
  name: string,
): Instruction[] {
  if (!isRestricted(f, target) || name.startsWith("@@#")) return [];
  if (isEntry(target, name)) return requireWritableEntry(f, expression, object, target, textValue(f, name));
  return requireWritable(f, object, target, textValue(f, name), fieldExists(f, object, target, name));
}

/** The same for an entry of a dictionary; its name is evaluated twice. */
export function requireWritableEntry(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  target: AbstractObject,
  name: Value,
): Instruction[] {
  const has = targetsOf(f, siteOf(expression, "has")).find(({ on }) => on === target);
  if (!has || !isRestricted(f, target)) return [];
  const args = [{ value: () => name, spreads: undefined }];
  const exists = callInstance(f, has.instance, { receiver: object, arguments: args });
  return requireWritable(f, object, target, name, f.convert(exists, BOOLEAN_REPRESENTATION));
}

function fieldExists(f: FunctionGenerator, object: Value, target: AbstractObject, name: string): Instruction {
  const { layouts } = f.program;
  if (target.type !== "instance" && target.type !== "shape") return i32(1);
  const place = layouts.field(target, name);
  if (!place) return i32(0);
  const self = (): Instruction => f.convert(object, reference(layouts.struct(target)));
  return isPlacePresent(layouts, target, { name, ...place, getter: false }, self);
}
