import type { BorderTypeDescription } from "@rune/schema";
import { Mismatch } from "./mismatch.ts";
import { PairCodec } from "./pair-codec.ts";

type ClassType = Extract<BorderTypeDescription, { type: "class" }>;

/** Classes of the module as values. */
export class ClassCodec extends PairCodec {
  readonly name = "a class of the module";

  get constructorFunction(): object {
    return this.border.classes.get((this.border.type(this.type) as ClassType).class);
  }

  accepts(value: unknown): boolean {
    return value === this.constructorFunction;
  }

  make(value: object): object {
    throw new Mismatch(this.name, value);
  }

  view(reference: object): object {
    const value = this.constructorFunction;
    this.border.pairs.link(value, reference, this, undefined);
    return value;
  }
}
