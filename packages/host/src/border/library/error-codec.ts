import { emptyArguments, errorClasses } from "../error-classes.ts";
import { addErrorProperties } from "../error-properties.ts";
import { PairCodec } from "../pair-codec.ts";

/** Errors of the built-in classes: JavaScript's are made when they leave. */
export class ErrorCodec extends PairCodec {
  readonly name = "an Error";

  accepts(value: unknown): boolean {
    return value instanceof Error;
  }

  make(value: object): object {
    const reference = this.border.raw(this.type, "make")(value) as object;
    this.border.pairs.link(value, reference, this, undefined);
    return reference;
  }

  view(reference: object): object {
    // What JavaScript threw comes out as what it was.
    const origin: unknown = this.border.raw(this.type, "origin")(reference);
    if (origin instanceof Error) {
      this.border.pairs.link(origin, reference, this, undefined);
      return origin;
    }
    const name = this.border.raw(this.type, "class")(reference) as string;
    const errorClass = Object.hasOwn(errorClasses, name) ? errorClasses[name]! : Error;
    const value = Reflect.construct(errorClass, emptyArguments(errorClass)) as Error;
    this.border.pairs.show(value, reference, this, undefined);
    addErrorProperties(this.border, value, reference);
    return value;
  }
}
