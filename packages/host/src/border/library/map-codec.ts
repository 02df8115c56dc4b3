import type { Pair } from "../border-codec.ts";
import { PairCodec } from "../pair-codec.ts";
import type { Call } from "../border.ts";
import type { Encoder } from "../slots.ts";

type Entries = Map<unknown, unknown>;

/** Maps: both sides have their own, with the same entries in the same order. */
export class MapCodec extends PairCodec {
  readonly name = "a Map";
  #set: { call: Call; key: Encoder; value: Encoder } | undefined;
  #read: ((reference: object) => Entries) | undefined;

  accepts(value: unknown): boolean {
    return value instanceof Map;
  }

  make(value: object): object {
    const reference = this.border.raw(this.type, "make")() as object;
    this.linkMade(value, reference, new Map(value as Entries));
    this.#fill(reference, value as Entries);
    return reference;
  }

  view(reference: object): object {
    const value: Entries = new Map();
    const snapshot: Entries = new Map();
    this.border.pairs.show(value, reference, this, snapshot);
    for (const [key, held] of this.#entries(reference)) {
      value.set(key, held);
      snapshot.set(key, held);
    }
    return value;
  }

  override push(pair: Pair): void {
    const value = pair.value as Entries;
    const { key, value: held } = this.#operations();
    if (hasSameEntries(value, pair.snapshot as Entries)) {
      for (const [each, inner] of value) {
        key(each);
        held(inner);
      }
      return;
    }
    this.border.raw(this.type, "clear")(pair.reference);
    this.#fill(pair.reference, value);
    pair.snapshot = new Map(value);
  }

  override pull(pair: Pair): void {
    const entries = this.#entries(pair.reference);
    if (hasSameEntries(entries, pair.snapshot as Entries)) return;
    const value = pair.value as Entries;
    value.clear();
    for (const [key, held] of entries) value.set(key, held);
    pair.snapshot = entries;
  }

  #operations(): { call: Call; key: Encoder; value: Encoder } {
    const { border, type } = this;
    const create = (): { call: Call; key: Encoder; value: Encoder } => {
      const operation = border.operation(type, "set")!;
      const [key, value] = operation.parameters;
      return { call: border.call(operation.name), key: border.encoder(key!), value: border.encoder(value!) };
    };
    return (this.#set ??= create());
  }

  #fill(reference: object, value: Entries): void {
    const { call, key, value: encode } = this.#operations();
    for (const [each, held] of value) call(reference, key(each), encode(held));
  }

  #entries(reference: object): Entries {
    this.#read ??= this.#createReader();
    return this.#read(reference);
  }

  #createReader(): (reference: object) => Entries {
    const { border, type } = this;
    const keys = border.raw(type, "keys");
    const values = border.raw(type, "values");
    const readKeys = border.listReader(border.operation(type, "keys")!.result![0]);
    const readValues = border.listReader(border.operation(type, "values")!.result![0]);
    return (reference) => {
      const held = readValues(values(reference));
      return new Map(readKeys(keys(reference)).map((key, index) => [key, held[index]]));
    };
  }
}

function hasSameEntries(first: Entries, second: Entries): boolean {
  if (first.size !== second.size) return false;
  const others = second.entries();
  for (const [key, value] of first) {
    const [otherKey, otherValue] = others.next().value as [unknown, unknown];
    if (!Object.is(key, otherKey) || !Object.is(value, otherValue)) return false;
  }
  return true;
}
