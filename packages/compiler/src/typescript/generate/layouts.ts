import type { ArrayType, StructType } from "../../wasm/index.ts";
import { arrayType, field, refNull, structType } from "../../wasm/index.ts";
import type {
  AbstractObject,
  BigintRange,
  BigintRanges,
  Characters,
  ClassObject,
  FlowNode,
  FunctionObject,
  HostFunctionObject,
  InstanceObject,
  PropertiesObject,
  Range,
  Ranges,
  ShapeObject,
  TypedElement,
} from "../infer/index.ts";
import {
  BIGINT,
  BOOLEAN,
  HOST,
  NULL,
  NULLISH,
  NUMBER,
  STRING,
  SYMBOL,
  WATCH_FIELD,
  canonical,
  keptApart,
  kindsOf,
  objectsOf,
  representative,
} from "../infer/index.ts";
import { absentOf } from "./absent-of.ts";
import { WATCH } from "./array-access.ts";
import { ArrayLayouts } from "./array-layouts.ts";
import { ClassLayouts, classFieldName } from "./class-layouts.ts";
import { fieldsOf } from "./field-order.ts";
import { PACKED_UNITS } from "./imports.ts";
import { numberRepresentation, wordRepresentation } from "./number-representation.ts";
import type { HeldType, Representation } from "./representation.ts";
import {
  ANY_REPRESENTATION,
  BIGINT_REPRESENTATION,
  BOOLEAN_REPRESENTATION,
  CHARACTER_REPRESENTATION,
  reference,
  valueType,
} from "./representation.ts";
import type { WatchPlace } from "./marks/mark.ts";
import { RepresentationKeys } from "./representation-keys.ts";
import { extendsStruct, supertypeOf, topmostWith } from "./struct-types.ts";
import type { Signature, Signatures } from "./signatures.ts";

/** How the values of a program lie in memory. */
export class Layouts {
  readonly signatures: Signatures;
  readonly classes: ClassLayouts;
  readonly arrays: ArrayLayouts;
  #ranges: Ranges;
  #bigints: BigintRanges;
  #characters: Characters;
  #representations = new Map<FlowNode, Representation>();
  #typed = new Map<TypedElement, ArrayType>();
  #structs = new Map<AbstractObject, StructType>();
  #fields = new Map<StructType, Map<string, number>>();
  #fieldNodes = new Map<StructType, Map<string, FlowNode>>();
  #keys = new RepresentationKeys();
  #cells = new Map<string, StructType>();
  #environments = new Map<FunctionObject, StructType>();

  constructor(signatures: Signatures, ranges: Ranges, bigints: BigintRanges, characters: Characters) {
    this.signatures = signatures;
    this.classes = new ClassLayouts(signatures, this);
    this.arrays = new ArrayLayouts(this, this.#keys);
    this.#ranges = ranges;
    this.#bigints = bigints;
    this.#characters = characters;
  }

  /** How what reaches a node is held. */
  of(node: FlowNode): Representation {
    const at = representative(node);
    let representation = this.#representations.get(at);
    if (!representation) {
      representation = this.#choose(at);
      this.#representations.set(at, representation);
    }
    return representation;
  }

  #choose(node: FlowNode): Representation {
    const kinds = kindsOf(node);
    const objects = objectsOf(node);
    if (objects.length > 0) {
      const absent = absentOf(kinds);
      if ((kinds & ~NULLISH) !== 0 || absent === undefined) return ANY_REPRESENTATION;
      const struct = this.#commonStruct(objects);
      return struct ? reference(struct, absent) : ANY_REPRESENTATION;
    }
    const present = kinds & ~NULLISH;
    if (present === NUMBER) return numberRepresentation(node, this.range(node));
    if (present === BOOLEAN) return BOOLEAN_REPRESENTATION;
    if (present === STRING && (kinds & NULL) === 0 && this.#characters.has(node)) return CHARACTER_REPRESENTATION;
    if (present === BIGINT && (kinds & NULL) === 0) {
      return (kinds === BIGINT && wordRepresentation(this.bigints(node))) || BIGINT_REPRESENTATION;
    }
    const absent = absentOf(kinds);
    const isExtern = present === STRING || present === BIGINT || present === SYMBOL || present === HOST;
    return isExtern && absent ? { type: "extern", absent } : ANY_REPRESENTATION;
  }

  /** The numbers that reach a node. */
  range(node: FlowNode): Range | undefined {
    return this.#ranges.get(representative(node));
  }

  /** The bigints that reach a node. */
  bigints(node: FlowNode): BigintRange | undefined {
    return this.#bigints.get(representative(node));
  }

  #commonStruct(objects: readonly AbstractObject[]): HeldType | undefined {
    let common: HeldType | undefined = this.held(objects[0]!);
    for (const object of objects.slice(1)) {
      const struct = this.held(object);
      while (common && !extendsStruct(struct, common)) common = supertypeOf(common);
    }
    return common;
  }

  /** What a reference to an object points to. */
  held(object: AbstractObject): HeldType {
    return object.type === "typed" ? this.typed(object.element) : this.struct(object);
  }

  /** The array of a storage for packed numbers. */
  typed(element: TypedElement): ArrayType {
    let array = this.#typed.get(element);
    if (!array) {
      array = element === "i16" ? PACKED_UNITS : arrayType(`packed ${element}`, element);
      this.#typed.set(element, array);
    }
    return array;
  }

  /** The struct of an object. */
  struct(object: AbstractObject): StructType {
    const at = canonical(object);
    switch (at.type) {
      case "array":
        return this.arrays.of(at).struct;
      case "function":
        return at.fields.size > 0 ? this.closure(at) : this.signature(at).base;
      case "hostFunction":
        return this.signature(at).base;
      case "class":
        return this.classes.struct(at);
      case "instance":
      case "shape":
        return this.#propertiesStruct(at);
      case "typed":
        throw new Error("a storage is no struct");
    }
  }

  signature(object: FunctionObject | HostFunctionObject): Signature {
    return this.signatures.of(object, this);
  }

  #propertiesStruct(object: InstanceObject | ShapeObject): StructType {
    const known = this.#structs.get(object);
    if (known) return known;
    const base = object.type === "instance" ? this.#baseStruct(object) : undefined;
    if (base) base.final = false;
    const name = object.type === "instance" ? object.class.definition.name : object.shape.name;
    const struct = structType(name || "Object", base ? [...base.fields] : [], base);
    if (object.type === "instance") struct.position = object.class.definition.position;
    this.#structs.set(object, struct);
    const indices = new Map(base ? this.#fields.get(base) : []);
    const nodes = new Map(base ? this.#fieldNodes.get(base) : []);
    this.#fields.set(struct, indices);
    this.#fieldNodes.set(struct, nodes);
    for (const [fieldName, node] of fieldsOf(object)) {
      if (indices.has(fieldName) || isEmpty(node)) continue;
      indices.set(fieldName, struct.fields.length);
      nodes.set(fieldName, node);
      const placeholder = field(fieldName, "i32");
      struct.fields.push(placeholder);
    }
    const classes = object.type === "instance" ? this.classes.madeAnew(object.class) : [];
    const kept = classes.filter((each) => !indices.has(classFieldName(each)));
    for (const each of kept) {
      indices.set(classFieldName(each), struct.fields.length);
      struct.fields.push(field(classFieldName(each), "i32"));
    }
    for (const [fieldName, index] of indices) {
      if (base && index < base.fields.length) continue;
      const node = nodes.get(fieldName);
      if (node) struct.fields[index]!.type = valueType(this.of(node));
    }
    for (const each of kept) {
      struct.fields[indices.get(classFieldName(each))!]!.type = refNull(this.classes.struct(each));
    }
    return struct;
  }

  #baseStruct({ class: classObject }: InstanceObject): StructType | undefined {
    if (!classObject.base) return undefined;
    const base = canonical(classObject.base);
    return base.instance && !keptApart(base) ? this.#propertiesStruct(canonical(base.instance)) : undefined;
  }

  /** The number and node of a field in an object's struct; `undefined` if nothing is ever put there. */
  field(object: PropertiesObject, name: string): { index: number; node: FlowNode } | undefined {
    const struct = this.struct(object);
    const index = this.#fields.get(struct)?.get(name);
    const node = this.#fieldNodes.get(struct)?.get(name);
    return index === undefined || !node ? undefined : { index, node };
  }

  /** The field that holds the class, in instances of classes that are made anew: its number, and the topmost struct that has it. */
  classField(object: InstanceObject, classObject: ClassObject): { struct: StructType; index: number } | undefined {
    const struct = this.struct(object);
    const index = this.#fields.get(struct)?.get(classFieldName(classObject));
    return index === undefined ? undefined : { struct: topmostWith(struct, index), index };
  }

  /** Where an object holds what the host watches it by, if it may: in the topmost struct that has the field. */
  watch(object: AbstractObject): WatchPlace | undefined {
    const at = canonical(object);
    if (at.type === "array") {
      const layout = this.arrays.of(at);
      return layout.watched ? { struct: layout.struct, index: WATCH } : undefined;
    }
    if (at.type !== "instance" && at.type !== "shape") return undefined;
    const place = this.field(at, WATCH_FIELD);
    return place && { struct: topmostWith(this.struct(at), place.index), index: place.index };
  }

  /** Names and numbers of all fields of an object's struct, in order. */
  fields(object: InstanceObject | ShapeObject): { name: string; index: number; node: FlowNode }[] {
    const struct = this.struct(object);
    const nodes = this.#fieldNodes.get(struct)!;
    return [...this.#fields.get(struct)!].flatMap(([name, index]) => {
      const node = nodes.get(name);
      return node ? [{ name, index, node }] : [];
    });
  }

  /** Whether an object's struct extends another's. */
  isBelow(object: AbstractObject, other: AbstractObject): boolean {
    const struct = this.struct(object);
    return struct !== this.struct(other) && extendsStruct(struct, this.struct(other));
  }

  /** The struct that a captured variable lives in. */
  cell(representation: Representation): StructType {
    const key = this.#keys.of(representation);
    let struct = this.#cells.get(key);
    if (!struct)
      this.#cells.set(key, (struct = structType(`cell of ${key}`, [field("value", valueType(representation))])));
    return struct;
  }

  /** The struct of a closure: its signature's, with what it captures and the properties that it is given. */
  closure(of: FunctionObject): StructType {
    const object = canonical(of);
    const known = this.#environments.get(object);
    if (known) return known;
    const { base } = this.signature(object);
    const captured = this.signatures.closureFields(object);
    const given = [...object.fields].filter(([, node]) => !isEmpty(node));
    if (captured.length === 0 && given.length === 0) {
      this.#environments.set(object, base);
      return base;
    }
    base.final = false;
    const struct = structType(`closure ${object.function.name}`, [...base.fields], base);
    this.#environments.set(object, struct);
    struct.fields.push(...captured.map(({ name }) => field(name, "i32")), ...given.map(([name]) => field(name, "i32")));
    captured.forEach(({ type }, index) => (struct.fields[base.fields.length + index]!.type = type(this)));
    const start = base.fields.length + captured.length;
    this.#fields.set(struct, new Map(given.map(([name], index) => [name, start + index])));
    this.#fieldNodes.set(struct, new Map(given));
    given.forEach(([, node], index) => (struct.fields[start + index]!.type = valueType(this.of(node))));
    return struct;
  }
}

/** Whether nothing reaches a node. */
export function isEmpty(node: FlowNode): boolean {
  return kindsOf(node) === 0 && objectsOf(node).length === 0;
}
