import type { Pair } from "../border-codec.ts";
import type { Border } from "../border.ts";
import { PairCodec } from "../pair-codec.ts";

/** Typed arrays of any kind, as far as all are alike. */
interface TypedArray {
  readonly length: number;
  [index: number]: number | bigint;
  slice(): TypedArray;
}

type TypedArrayClass = new (length: number) => TypedArray;

/** The classes of typed arrays, by name. */
export const typedArrayClasses: Readonly<Record<string, TypedArrayClass>> = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as unknown as Readonly<Record<string, TypedArrayClass>>;

/** Typed arrays: both sides have their own, over a buffer of its own, with the same elements. */
export class TypedArrayCodec extends PairCodec {
  readonly name: string;
  #class: TypedArrayClass;

  constructor(border: Border, type: number, name: string) {
    super(border, type);
    this.name = `a ${name}`;
    this.#class = typedArrayClasses[name]!;
  }

  accepts(value: unknown): boolean {
    return value instanceof this.#class;
  }

  /** Writes an element, if the module can be given such arrays. */
  get #set(): ((reference: object, index: number, element: number | bigint) => void) | undefined {
    const operation = this.border.operation(this.type, "set");
    if (!operation) return undefined;
    const call = this.border.call(operation.name);
    const encode = this.border.encoder(operation.parameters[1]!);
    return (reference, index, element) => void call(reference, index, encode(element));
  }

  make(value: object): object {
    const array = value as TypedArray;
    const reference = this.border.raw(this.type, "make")(array.length) as object;
    const set = this.#set!;
    for (let index = 0; index < array.length; index++) set(reference, index, array[index]!);
    this.linkMade(value, reference, array.slice());
    return reference;
  }

  view(reference: object): object {
    const length = this.border.raw(this.type, "length")(reference) as number;
    this.border.charge?.(length * 16);
    const value = new this.#class(length);
    const pair = this.border.pairs.show(value, reference, this, value.slice());
    this.pull(pair);
    return value;
  }

  override push({ value, reference, snapshot }: Pair): void {
    const set = this.#set;
    if (!set) return;
    const array = value as TypedArray;
    const known = snapshot as TypedArray;
    for (let index = 0; index < array.length; index++) {
      const element = array[index]!;
      if (Object.is(element, known[index])) continue;
      set(reference, index, element);
      known[index] = element;
    }
  }

  override pull({ value, reference, snapshot }: Pair): void {
    const array = value as TypedArray;
    const known = snapshot as TypedArray;
    const get = this.border.raw(this.type, "get");
    const decode = this.border.decoder(this.border.operation(this.type, "get")!.result);
    for (let index = 0; index < array.length; index++) {
      const element = decode(get(reference, index)) as number | bigint;
      if (Object.is(element, known[index])) continue;
      known[index] = element;
      array[index] = element;
    }
  }
}
