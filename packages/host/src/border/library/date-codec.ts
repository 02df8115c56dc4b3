import type { Pair } from "../border-codec.ts";
import { PairCodec } from "../pair-codec.ts";

/** Dates: both sides have their own, of the same time. */
export class DateCodec extends PairCodec {
  readonly name = "a Date";

  accepts(value: unknown): boolean {
    return value instanceof Date;
  }

  make(value: object): object {
    const time = (value as Date).getTime();
    const reference = this.border.raw(this.type, "make")(time) as object;
    this.linkMade(value, reference, time);
    return reference;
  }

  view(reference: object): object {
    const time = this.#time(reference);
    const value = new Date(time);
    this.border.pairs.show(value, reference, this, time);
    return value;
  }

  override push(pair: Pair): void {
    const time = (pair.value as Date).getTime();
    if (Object.is(time, pair.snapshot)) return;
    this.border.raw(this.type, "setTime")(pair.reference, time);
    pair.snapshot = time;
  }

  override pull(pair: Pair): void {
    const time = this.#time(pair.reference);
    if (Object.is(time, pair.snapshot)) return;
    (pair.value as Date).setTime(time);
    pair.snapshot = time;
  }

  #time(reference: object): number {
    return this.border.raw(this.type, "time")(reference) as number;
  }
}
