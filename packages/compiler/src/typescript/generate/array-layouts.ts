import type { ArrayType, StructType } from "../../wasm/index.ts";
import { arrayType, externref, field, ref, structType } from "../../wasm/index.ts";
import type { ArrayObject, FlowNode } from "../infer/index.ts";
import { representative } from "../infer/index.ts";
import type { Layouts } from "./layouts.ts";
import type { RepresentationKeys } from "./representation-keys.ts";
import type { Representation } from "./representation.ts";
import {
  ANY_REPRESENTATION,
  BIGINT_REPRESENTATION,
  EXTERN_REPRESENTATION,
  NUMBER_REPRESENTATION,
  isWhole,
  valueType,
} from "./representation.ts";

/** The parts of a growable array: `length` and `elements`, of which there may be more than the length says. */
export interface ArrayLayout {
  struct: StructType;
  data: ArrayType;
  element: Representation;
  /** The host may watch such arrays: there is a third part. */
  watched: boolean;
}

/** How arrays lie in memory: one layout for all whose elements are held in the same way. */
export class ArrayLayouts {
  #layouts: Layouts;
  #keys: RepresentationKeys;
  #byKey = new Map<string, ArrayLayout>();
  #byElement = new Map<FlowNode, ArrayLayout>();
  /** Elements whose layout is being found; that of an array of such arrays would have no end. */
  #inProgress = new Set<FlowNode>();

  constructor(layouts: Layouts, keys: RepresentationKeys) {
    this.#layouts = layouts;
    this.#keys = keys;
  }

  /** The layout of an array. */
  of(object: ArrayObject): ArrayLayout {
    const element = representative(object.element);
    let layout = this.#byElement.get(element);
    if (!layout && this.#inProgress.has(element)) layout = this.holding(ANY_REPRESENTATION);
    if (!layout) {
      this.#inProgress.add(element);
      const representation = elementRepresentation(this.#layouts.of(element));
      layout = this.#byElement.get(element) ?? this.holding(representation);
    }
    this.#byElement.set(element, layout);
    return layout;
  }

  /** The layout of arrays whose elements are held in one way. */
  holding(element: Representation): ArrayLayout {
    const key = this.#keys.of(element);
    let layout = this.#byKey.get(key);
    if (!layout) {
      const storage = element.type === "boolean" ? "i8" : valueType(element);
      const data = arrayType(`elements of ${key}`, storage);
      const struct = structType(`array of ${key}`, [field("length", "i32"), field("elements", ref(data))]);
      this.#byKey.set(key, (layout = { struct, data, element, watched: false }));
    }
    return layout;
  }

  /** Lets the host watch arrays that lie like this one. Before any of them is made. */
  watch(object: ArrayObject): void {
    const layout = this.of(object);
    if (!layout.watched) layout.struct.fields.push(field("watch", externref));
    layout.watched = true;
  }

  /** The layout of an array that is itself held in this way. */
  heldAs(representation: Representation): ArrayLayout {
    for (const layout of this.#byKey.values()) {
      if (representation.type === "reference" && layout.struct === representation.struct) return layout;
    }
    return this.holding(ANY_REPRESENTATION);
  }
}

/** How elements are held that are held so elsewhere. */
function elementRepresentation(representation: Representation): Representation {
  // An array grows by elements that are undefined, and for references a null there must mean that.
  const holdsNull =
    (representation.type === "reference" || representation.type === "extern") && representation.absent === "null";
  if (isWhole(representation)) return NUMBER_REPRESENTATION;
  if (representation.type === "word") return BIGINT_REPRESENTATION;
  if (representation.type === "character") return EXTERN_REPRESENTATION;
  return holdsNull ? ANY_REPRESENTATION : representation;
}
