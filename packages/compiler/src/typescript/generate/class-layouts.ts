import type { StructType } from "../../wasm/index.ts";
import { field, refNull, structType } from "../../wasm/index.ts";
import type { ClassObject } from "../infer/index.ts";
import { canonical } from "../infer/index.ts";
import type { Layouts } from "./layouts.ts";
import { valueType } from "./representation.ts";
import type { Signatures } from "./signatures.ts";

/**
 * Structs of classes as values: the variables around a class that its methods use, then the class that it extends if that is made anew too, then
 * static fields. Classes that are not made anew have nothing of all that.
 */
export class ClassLayouts {
  #signatures: Signatures;
  #layouts: Layouts;
  #structs = new Map<ClassObject, StructType>();
  #statics = new Map<ClassObject, ReadonlyMap<string, StaticPlace>>();

  constructor(signatures: Signatures, layouts: Layouts) {
    this.#signatures = signatures;
    this.#layouts = layouts;
  }

  /** The struct of a class as a value. */
  struct(object: ClassObject): StructType {
    const known = this.#structs.get(object);
    if (known) return known;
    const struct = structType(`class ${object.definition.name}`, [], undefined);
    this.#structs.set(object, struct);
    for (const { name, type } of this.#signatures.classCaptures(object, this.#layouts)) {
      struct.fields.push(field(name, type));
    }
    const base = this.#keptBase(object);
    if (base) struct.fields.push(field("base", refNull(this.struct(base))));
    const places = new Map<string, StaticPlace>();
    this.#statics.set(object, places);
    if (!this.#signatures.classNeedsEnvironment(object)) return struct;
    for (const [name, node] of object.fields) {
      const index = struct.fields.push(field(name, valueType(this.#layouts.of(node)))) - 1;
      const isDeclared = object.definition.staticFields.includes(name);
      const flag = isDeclared ? undefined : struct.fields.push(field(`has ${name}`, "i32")) - 1;
      places.set(name, { index, flag });
    }
    return struct;
  }

  /** Where the struct of a class that is made anew holds a static field. */
  static(object: ClassObject, name: string): StaticPlace | undefined {
    this.struct(object);
    return this.#statics.get(object)?.get(name);
  }

  /** The class that a class as a value holds because it extends it, and the number of the field. */
  base(object: ClassObject): { base: ClassObject; index: number } | undefined {
    const base = this.#keptBase(object);
    return base && { base, index: this.#signatures.classCaptures(object, this.#layouts).length };
  }

  /** The class and those it extends, as far as they are made anew. */
  madeAnew(object: ClassObject): ClassObject[] {
    const made: ClassObject[] = [];
    for (let at: ClassObject | undefined = canonical(object); at; at = at.base && canonical(at.base)) {
      if (this.#signatures.classNeedsEnvironment(at)) made.push(at);
    }
    return made;
  }

  #keptBase({ base }: ClassObject): ClassObject | undefined {
    const at = base && canonical(base);
    return at && this.#signatures.classNeedsEnvironment(at) ? at : undefined;
  }
}

/** Numbers of a static field and of the one that tells whether the class has it; a class has what it declares. */
export interface StaticPlace {
  index: number;
  flag: number | undefined;
}

/** The name of the field that holds a class in its instances. */
export function classFieldName({ id }: ClassObject): string {
  return `#class ${id}`;
}
