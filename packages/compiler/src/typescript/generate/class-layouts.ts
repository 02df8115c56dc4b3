import type { StructType } from "../../wasm/index.ts";
import { field, refNull, structType } from "../../wasm/index.ts";
import type { ClassObject } from "../infer/index.ts";
import { canonical } from "../infer/index.ts";
import type { Layouts } from "./layouts.ts";
import type { Signatures } from "./signatures.ts";

/** Structs of classes as values: the variables around a class that its methods use, then the class that it extends if that is made anew too. */
export class ClassLayouts {
  #signatures: Signatures;
  #layouts: Layouts;
  #structs = new Map<ClassObject, StructType>();

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
    return struct;
  }

  /** The class that a class as a value holds because it extends it, and the number of the field, which is the last one. */
  base(object: ClassObject): { base: ClassObject; index: number } | undefined {
    const base = this.#keptBase(object);
    return base && { base, index: this.struct(object).fields.length - 1 };
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

/** The name of the field that holds a class in its instances. */
export function classFieldName({ id }: ClassObject): string {
  return `#class ${id}`;
}
