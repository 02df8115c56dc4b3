import type { Pair } from "../border-codec.ts";
import { PairCodec } from "../pair-codec.ts";

type Values = Set<unknown>;

/** Sets: both sides have their own, with the same values in the same order. */
export class SetCodec extends PairCodec {
  readonly name = "a Set";
  #read: ((reference: object) => unknown[]) | undefined;

  accepts(value: unknown): boolean {
    return value instanceof Set;
  }

  make(value: object): object {
    const reference = this.border.raw(this.type, "make")() as object;
    this.linkMade(value, reference, [...(value as Values)]);
    this.#fill(reference, value as Values);
    return reference;
  }

  view(reference: object): object {
    const value: Values = new Set();
    const pair = this.border.pairs.show(value, reference, this, []);
    const values = this.#values(reference);
    for (const each of values) value.add(each);
    pair.snapshot = values;
    return value;
  }

  override push(pair: Pair): void {
    const value = pair.value as Values;
    const isSame = hasSameValues([...value], pair.snapshot as unknown[]);
    if (!isSame) this.border.raw(this.type, "clear")(pair.reference);
    this.#fill(pair.reference, value, isSame);
    pair.snapshot = [...value];
  }

  override pull(pair: Pair): void {
    const values = this.#values(pair.reference);
    if (hasSameValues(values, pair.snapshot as unknown[])) return;
    const value = pair.value as Values;
    value.clear();
    for (const each of values) value.add(each);
    pair.snapshot = values;
  }

  #fill(reference: object, value: Values, onlyLook = false): void {
    const { border, type } = this;
    const operation = border.operation(type, "add")!;
    const add = border.call(operation.name);
    const encode = border.encoder(operation.parameters[0]!);
    for (const each of value) {
      const given = encode(each);
      if (!onlyLook) add(reference, given);
    }
  }

  #values(reference: object): unknown[] {
    const { border, type } = this;
    this.#read ??= border.listReader(border.operation(type, "values")!.result![0]);
    return this.#read(border.raw(type, "values")(reference) as object);
  }
}

function hasSameValues(first: readonly unknown[], second: readonly unknown[]): boolean {
  return first.length === second.length && first.every((value, index) => Object.is(value, second[index]));
}
