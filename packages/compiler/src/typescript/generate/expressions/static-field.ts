import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  createLabel,
  createLocal,
  drop,
  globalGet,
  globalSet,
  i32,
  ifElse,
  localGet,
  localSet,
  structGet,
  structSet,
} from "../../../wasm/index.ts";
import type { ClassObject } from "../../infer/index.ts";
import { canonical, hasStaticField } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { reference, valueType } from "../representation.ts";
import { baseOf } from "./class.ts";

/**
 * Static properties are fields of classes that are made anew; those of other classes are globals, one for each class that has or may get the property.
 * A class that is given a property which it inherits has it from then on, which a flag tells.
 */

/** Reads a static property of a class, or of the nearest class that it inherits it from. */
export function readStaticField(
  f: FunctionGenerator,
  value: Value,
  target: ClassObject,
  name: string,
  wanted: Representation,
): Instruction {
  const { classes } = f.program.layouts;
  const self = reference(classes.struct(target));
  const local = createLocal("class", valueType(self));
  const isMade = f.program.layouts.signatures.classNeedsEnvironment(target);
  const made: Value = { code: localGet(local), representation: self, kinds: 0 };
  const first = isMade ? localSet(local, f.convert(value, self)) : drop(value.code);
  return block(createLabel("static"), valueType(wanted), [first, read(f, made, target, name, wanted)]);
}

/** `made` is used only of classes that are made anew. */
function read(
  f: FunctionGenerator,
  made: Value,
  target: ClassObject,
  name: string,
  wanted: Representation,
): Instruction {
  const { classes } = f.program.layouts;
  const node = target.fields.get(name);
  const base = target.base && canonical(target.base);
  const inherited = (): Instruction => {
    if (!base) return undefinedAs(wanted);
    if (!classes.base(target)) return read(f, made, base, name, wanted);
    const struct = reference(classes.struct(base));
    return read(f, { code: baseOf(f, made, target, base), representation: struct, kinds: 0 }, base, name, wanted);
  };
  if (!node) return inherited();
  const place = classes.static(target, name);
  const struct = classes.struct(target);
  const held = place ? structGet(struct, place.index, made.code) : globalGet(f.program.staticField(target, name, node));
  const own = f.convert(f.valueOf(held, node), wanted);
  if (!base || !isGiven(target, name)) return own;
  const flag = place?.flag ? structGet(struct, place.flag, made.code) : globalGet(f.program.staticFlag(target, name));
  return ifElse(flag, [own], [inherited()], valueType(wanted));
}

/** Gives a class a static property. */
export function writeStaticField(
  f: FunctionGenerator,
  on: Value,
  target: ClassObject,
  name: string,
  value: Value,
): Instruction[] {
  const node = target.fields.get(name);
  if (!node) return [];
  const { classes } = f.program.layouts;
  const code = f.convert(value, f.representationOf(node));
  const place = classes.static(target, name);
  if (place) {
    const struct = classes.struct(target);
    const made = (): Instruction => f.convert(on, reference(struct));
    const write = structSet(struct, place.index, made(), code);
    return place.flag === undefined ? [write] : [write, structSet(struct, place.flag, made(), i32(1))];
  }
  const write = globalSet(f.program.staticField(target, name, node), code);
  return isGiven(target, name) ? [write, globalSet(f.program.staticFlag(target, name), i32(1))] : [write];
}

/** Whether a class may get a property that it inherits. */
function isGiven(target: ClassObject, name: string): boolean {
  return !target.definition.staticFields.includes(name) && hasStaticField(target, name);
}
