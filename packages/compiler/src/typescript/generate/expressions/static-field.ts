import type { Instruction } from "../../../wasm/index.ts";
import { globalGet, globalSet, i32, ifElse } from "../../../wasm/index.ts";
import type { ClassObject } from "../../infer/index.ts";
import { canonical, hasStaticField } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { valueType } from "../representation.ts";

/**
 * Static properties are globals, one for each class that has or may get the property. A class that is given a property which it inherits
 * has it from then on, which a flag tells.
 */

/** Reads a static property of a class, or of the nearest class that it inherits it from. */
export function readStaticField(
  f: FunctionGenerator,
  target: ClassObject,
  name: string,
  wanted: Representation,
): Instruction {
  const node = target.fields.get(name);
  const base = target.base && canonical(target.base);
  if (!node) return base ? readStaticField(f, base, name, wanted) : undefinedAs(wanted);
  const own = f.convert(f.valueOf(globalGet(f.program.staticField(target, name, node)), node), wanted);
  if (!base || !isGiven(target, name)) return own;
  const inherited = readStaticField(f, base, name, wanted);
  return ifElse(globalGet(f.program.staticFlag(target, name)), [own], [inherited], valueType(wanted));
}

/** Gives a class a static property. */
export function writeStaticField(f: FunctionGenerator, target: ClassObject, name: string, value: Value): Instruction[] {
  const node = target.fields.get(name);
  if (!node) return [];
  const write = globalSet(f.program.staticField(target, name, node), f.convert(value, f.representationOf(node)));
  return isGiven(target, name) ? [write, globalSet(f.program.staticFlag(target, name), i32(1))] : [write];
}

/** Whether a class may get a property that it inherits. */
function isGiven(target: ClassObject, name: string): boolean {
  return !target.definition.staticFields.includes(name) && hasStaticField(target, name);
}
