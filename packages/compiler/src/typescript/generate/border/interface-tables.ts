import type { BorderClass, BorderTypeDescription } from "@rune/schema";
import type { ClassObject, Crossing } from "../../infer/index.ts";
import { canonical } from "../../infer/index.ts";
import type { BorderType, IrClass } from "../../ir/index.ts";

/** The types and classes of a description, each with its index. */
export class InterfaceTables {
  readonly types: BorderTypeDescription[] = [];
  /** What is known of each type. */
  readonly crossings: Crossing[] = [];
  readonly classes: BorderClass[] = [];
  #types = new Map<BorderType | string, number>();
  #classes = new Map<IrClass, number>();

  /** The index of a type; primitives of one kind are one type. */
  type(type: BorderType, crossing: () => Crossing): number {
    const key = PRIMITIVES.has(type.type) ? type.type : type;
    let index = this.#types.get(key);
    if (index === undefined) {
      index = this.types.length;
      this.#types.set(key, index);
      this.types.push({ type: "undefined" });
      this.crossings.push(crossing());
    }
    return index;
  }

  /** The index of a class; classes that it extends come first. */
  class(definition: IrClass, object: ClassObject | undefined): number {
    const known = this.#classes.get(definition);
    if (known !== undefined) return known;
    const { file, line, column } = definition.position;
    const made: BorderClass = { name: definition.name, origin: `${file}:${line}:${column}` };
    const base = object?.base && canonical(object.base);
    if (base?.definition.library) made.native = base.definition.name;
    else if (base) {
      made.base = this.class(base.definition, base);
      const native = this.classes[made.base]?.native;
      if (native !== undefined) made.native = native;
    }
    this.classes.push(made);
    this.#classes.set(definition, this.classes.length - 1);
    return this.classes.length - 1;
  }
}

const PRIMITIVES = new Set(["undefined", "null", "boolean", "number", "string", "bigint", "symbol"]);
