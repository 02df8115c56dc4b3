import { Mismatch } from "../mismatch.ts";
import { PairCodec } from "../pair-codec.ts";

/** Objects that JavaScript can only keep and give back. */
export class HandleCodec extends PairCodec {
  get name(): string {
    const type = this.border.type(this.type);
    return type.type === "library" ? `a ${type.name} of the module` : "an object of the module";
  }

  accepts(value: unknown): boolean {
    return this.find(value) !== undefined;
  }

  make(value: object): object {
    throw new Mismatch(this.name, value);
  }

  view(reference: object): object {
    const value = Object.create(null) as object;
    this.border.pairs.show(value, reference, this, undefined);
    return Object.freeze(value);
  }
}
