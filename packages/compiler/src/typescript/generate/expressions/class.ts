import type { Instruction, StructType } from "../../../wasm/index.ts";
import {
  createLocal,
  globalGet,
  i32,
  localGet,
  localSet,
  structGet,
  structNew,
  unreachable,
} from "../../../wasm/index.ts";
import type { AbstractObject, ClassObject } from "../../infer/index.ts";
import { canonical } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { reference, valueType } from "../representation.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";

/**
 * A class in a function is made anew where it is declared, if it or one that it extends has static fields or methods that use variables around
 * them. Its value holds all these and the class that it extends; instances hold their class. Any other class is a constant of the program.
 */

type Made = Pick<Value, "code" | "representation">;

/** Whether a class is made anew where it is declared. */
export function classNeedsValue(f: FunctionGenerator, object: ClassObject): boolean {
  return f.program.layouts.signatures.classNeedsEnvironment(object);
}

/** A class made here, with the variables that its methods use and the class that it extends. */
export function makeClassValue(f: FunctionGenerator, object: ClassObject): Made {
  const { layouts, captures } = f.program;
  const struct = layouts.classes.struct(object);
  const fields = [...captures.ofClass(object.definition)].map((variable) => f.variables.capture(variable));
  const base = layouts.classes.base(object)?.base;
  if (base) fields.push(f.valueAs(object.definition.base!, reference(layouts.classes.struct(base))));
  for (const [name, node] of object.fields) {
    fields.push(undefinedAs(layouts.of(node)));
    if (layouts.classes.static(object, name)?.flag !== undefined) fields.push(i32(0));
  }
  return { code: structNew(struct, ...fields), representation: reference(struct) };
}

/** What a class extends, for what that does where the class does not keep it. */
export function effectOfBase(f: FunctionGenerator, object: ClassObject): Instruction[] {
  const { base } = object.definition;
  return base && !f.program.layouts.classes.base(object) ? f.effect(base) : [];
}

/** The value of a class that is a constant of the program. */
export function constantClass(f: FunctionGenerator, object: ClassObject): Value {
  const struct = f.program.layouts.classes.struct(object);
  const global = f.program.constantGlobal(object, object.definition.name, struct, () => structNew(struct));
  return { code: globalGet(global), representation: reference(struct), kinds: 0 };
}

/** What a class and those that it extends are as values, beginning with the class; constants have none here. */
export function classChain(
  f: FunctionGenerator,
  classObject: ClassObject,
  value: Value,
): { setup: Instruction[]; values: Map<ClassObject, Value> } {
  const { layouts } = f.program;
  const setup: Instruction[] = [];
  const values = new Map<ClassObject, Value>();
  let code = value;
  for (let at: ClassObject | undefined = classObject; at && classNeedsValue(f, at);) {
    const struct = layouts.classes.struct(at);
    const representation = reference(struct);
    const local = createLocal(at.definition.name, valueType(representation));
    setup.push(localSet(local, f.convert(code, representation)));
    const held: Value = { code: localGet(local), representation, kinds: 0 };
    values.set(at, held);
    const next: ReturnType<typeof layouts.classes.base> = layouts.classes.base(at);
    at = next?.base;
    if (next) {
      const base = reference(layouts.classes.struct(next.base));
      code = { code: structGet(struct, next.index, held.code), representation: base, kinds: 0 };
    }
  }
  return { setup, values };
}

/** The class that a method belongs to, as a value: its receiver, what that extends, or the class that the receiver keeps. */
export function classOfReceiver(
  f: FunctionGenerator,
  receiver: Value,
  objects: readonly AbstractObject[],
  classObject: ClassObject,
): Instruction {
  const { layouts } = f.program;
  const wanted = reference(layouts.classes.struct(classObject));
  const structs = new Set<StructType>();
  const cases = objects.flatMap((object): DispatchCase[] => {
    if (object.type === "class") {
      return [{ objects: [object], kind: 0, code: (value) => baseOf(f, value, object, classObject) }];
    }
    const place = object.type === "instance" ? layouts.classField(object, classObject) : undefined;
    if (!place) return [];
    structs.add(place.struct);
    const self = reference(place.struct);
    return [
      { objects: [object], kind: 0, code: (value) => structGet(place.struct, place.index, f.convert(value, self)) },
    ];
  });
  // Instances of classes that extend one which itself has none need not have a struct in common.
  const isOne = structs.size === 1 && objects.every(({ type }) => type === "instance");
  return dispatch(f, receiver, isOne ? cases.slice(0, 1) : cases, wanted);
}

/** The class itself, or the one among those it extends that is wanted. */
export function baseOf(f: FunctionGenerator, value: Value, from: ClassObject, wanted: ClassObject): Instruction {
  const { layouts } = f.program;
  let code = f.convert(value, reference(layouts.classes.struct(from)));
  for (let at = canonical(from); at !== canonical(wanted);) {
    const next = layouts.classes.base(at);
    if (!next) return unreachable();
    code = structGet(layouts.classes.struct(at), next.index, code);
    at = next.base;
  }
  return code;
}
