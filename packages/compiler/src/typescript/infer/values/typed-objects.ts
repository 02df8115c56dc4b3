import type { TypedElement, TypedObject } from "./abstract-object.ts";
import type { Analysis } from "../analysis.ts";

/** The objects that stand for storages of packed numbers. */
export class TypedObjects {
  #analysis: Analysis;
  #objects = new Map<TypedElement, TypedObject>();
  /** Storages of doubles may come to hold any bits. */
  writesDoublesByWords = false;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** The object that stands for all storages of an element type. */
  of(element: TypedElement): TypedObject {
    let object = this.#objects.get(element);
    if (!object) {
      object = { type: "typed", element, ...this.#analysis.identity(undefined) };
      this.#analysis.objects.push(object);
      this.#objects.set(element, object);
    }
    return object;
  }
}
