import type { Pair } from "./border-codec.ts";
import type { Border, Call } from "./border.ts";
import { isPrimitive } from "./is-primitive.ts";
import { within } from "./mismatch.ts";
import { PairCodec } from "./pair-codec.ts";
import { holds } from "./holds.ts";
import type { Decoder, Encoder } from "./slots.ts";

interface ArrayOperations {
  length: (reference: object) => number;
  get: Call;
  decode: Decoder;
  make: Call | undefined;
  append: Call | undefined;
  set: Call | undefined;
  cut: Call | undefined;
}

/** Arrays and tuples: both sides have their own, with the same elements. */
export class ArrayCodec extends PairCodec {
  readonly name: string = "an array";
  #operations: ArrayOperations | undefined;
  /** Arrays that the module has from JavaScript and never changes. */
  #still = new WeakSet<object>();
  #element: { encode: Encoder; simple: boolean } | undefined;

  /** Whether the module changes neither what it is given nor what is in that. */
  get #isStill(): boolean {
    const type = this.border.type(this.type);
    return type.type === "array" && type.still === true && this.border.codec(type.element).simple;
  }

  get operations(): ArrayOperations {
    return (this.#operations ??= createOperations(this.border, this.type));
  }

  /** How the element with an index is encoded. */
  encoderAt(_index: number): { encode: Encoder; simple: boolean } {
    return (this.#element ??= this.createEncoder(elementOf(this.border, this.type)));
  }

  /** The encoder of elements of a type. */
  createEncoder(element: number): { encode: Encoder; simple: boolean } {
    const push = this.border.operation(this.type, "push");
    const slot = push?.parameters[0]?.[1] ?? "any";
    return { encode: this.border.encoder([element, slot]), simple: this.border.codec(element).simple };
  }

  accepts(value: unknown): boolean {
    return Array.isArray(value);
  }

  /** Where nothing but an array is meant, whatever has a length and elements will do, such as `arguments`. */
  protected override isPossible(value: unknown): boolean {
    return this.accepts(value) || isArrayLike(value);
  }

  holds(value: unknown): boolean {
    const codec = this.border.codec(elementOf(this.border, this.type));
    return (value as unknown[]).every((each) => holds(codec, each));
  }

  make(value: object): object {
    const array = value as unknown[];
    const { make, append } = this.operations;
    const reference = make!(array.length) as object;
    const snapshot: unknown[] = [];
    if (this.#isStill) this.#still.add(reference);
    this.linkMade(value, reference, snapshot);
    for (let index = 0; index < array.length; index++) {
      const held = array[index];
      append!(reference, this.#encode(index, held));
      snapshot.push(held);
    }
    return reference;
  }

  #encode(index: number, value: unknown): unknown {
    try {
      return this.encoderAt(index).encode(value);
    } catch (error) {
      throw within(error, `[${index}]`);
    }
  }

  view(reference: object): object {
    const value: unknown[] = [];
    const snapshot: unknown[] = [];
    this.border.pairs.show(value, reference, this, snapshot);
    const { length, get, decode } = this.operations;
    const count = length(reference);
    for (let index = 0; index < count; index++) {
      const held = decode(get(reference, index));
      value.push(held);
      snapshot.push(held);
    }
    return value;
  }

  override push({ value, reference, snapshot }: Pair): void {
    const array = value as unknown[];
    const known = snapshot as unknown[];
    const { append, set, cut, length } = this.operations;
    if (!append || !set || !cut) return;
    for (let index = 0; index < array.length; index++) {
      const held = array[index];
      const isSame = index < known.length && Object.is(held, known[index]);
      if (isSame && (isPrimitive(held) || this.encoderAt(index).simple)) continue;
      const given = this.#encode(index, held);
      if (isSame) continue;
      if (index < length(reference)) set(reference, index, given);
      else append(reference, given);
      known[index] = held;
    }
    if (array.length < known.length) {
      cut(reference, array.length);
      known.length = array.length;
    }
  }

  override pull({ value, reference, snapshot }: Pair): void {
    if (this.#still.has(reference)) return;
    const array = value as unknown[];
    const known = snapshot as unknown[];
    const { length, get, decode } = this.operations;
    const count = length(reference);
    for (let index = 0; index < count; index++) {
      const held = decode(get(reference, index));
      if (index < known.length && Object.is(held, known[index])) continue;
      known[index] = held;
      array[index] = held;
    }
    if (count < known.length) {
      known.length = count;
      array.length = count;
    }
  }
}

/** Arrays whose elements have types of their own. */
export class TupleCodec extends ArrayCodec {
  override readonly name: string = "a tuple";
  #encoders: { encode: Encoder; simple: boolean }[] = [];

  override accepts(value: unknown): boolean {
    const type = this.border.type(this.type);
    if (!Array.isArray(value) || type.type !== "tuple") return false;
    if (type.rest === undefined && value.length > type.elements.length) return false;
    return type.elements.every((element, index) => this.border.codec(element).accepts(value[index]));
  }

  protected override isPossible(value: unknown): boolean {
    return this.accepts(value);
  }

  override holds(value: unknown): boolean {
    const type = this.border.type(this.type);
    if (type.type !== "tuple") return true;
    const codecs = (value as unknown[]).map((_, index) => type.elements[index] ?? type.rest);
    return codecs.every((codec, index) => {
      return codec === undefined || holds(this.border.codec(codec), (value as unknown[])[index]);
    });
  }

  override encoderAt(index: number): { encode: Encoder; simple: boolean } {
    const type = this.border.type(this.type);
    const element = type.type === "tuple" ? (type.elements[index] ?? type.rest) : undefined;
    if (element === undefined) return super.encoderAt(index);
    return (this.#encoders[index] ??= this.createEncoder(element));
  }
}

function isArrayLike(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { length } = value as { length?: unknown };
  return typeof length === "number" && Number.isInteger(length) && length >= 0 && length <= 0xffff_ffff;
}

function elementOf(border: Border, index: number): number {
  const type = border.type(index);
  if (type.type === "array") return type.element;
  return border.operation(index, "push")?.parameters[0]?.[0] ?? 0;
}

function createOperations(border: Border, type: number): ArrayOperations {
  const find = (name: string): Call | undefined => {
    const operation = border.operation(type, name);
    return operation && border.call(operation.name);
  };
  return {
    length: border.raw(type, "length") as (reference: object) => number,
    get: border.raw(type, "get"),
    decode: border.decoder(border.operation(type, "get")?.result),
    make: find("make"),
    append: find("push"),
    set: find("set"),
    cut: find("cut"),
  };
}
