import type { Pair } from "../border-codec.ts";
import { PairCodec } from "../pair-codec.ts";

/** Regular expressions: both sides have their own, which stand at the same place of a text. */
export class RegExpCodec extends PairCodec {
  readonly name = "a RegExp";

  accepts(value: unknown): boolean {
    return value instanceof RegExp;
  }

  make(value: object): object {
    const { source, flags } = value as RegExp;
    const reference = this.border.raw(this.type, "make")(source, flags) as object;
    this.push(this.linkMade(value, reference, 0));
    return reference;
  }

  view(reference: object): object {
    const read = (name: string): string => this.border.raw(this.type, name)(reference) as string;
    const value = new RegExp(read("get source"), read("get flags"));
    const pair = this.border.pairs.show(value, reference, this, 0);
    this.pull(pair);
    return value;
  }

  override push(pair: Pair): void {
    const { lastIndex } = pair.value as RegExp;
    if (lastIndex === pair.snapshot) return;
    this.border.raw(this.type, "set lastIndex")(pair.reference, lastIndex);
    pair.snapshot = lastIndex;
  }

  override pull(pair: Pair): void {
    const lastIndex = this.border.raw(this.type, "get lastIndex")(pair.reference) as number;
    if (lastIndex === pair.snapshot) return;
    (pair.value as RegExp).lastIndex = lastIndex;
    pair.snapshot = lastIndex;
  }
}
