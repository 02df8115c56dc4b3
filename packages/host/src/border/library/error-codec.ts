import type { Pair } from "../border-codec.ts";
import { emptyArguments, errorClasses } from "../error-classes.ts";
import { addErrorProperties } from "../error-properties.ts";
import { PairCodec } from "../pair-codec.ts";

type Properties = Readonly<Record<string, unknown>>;

/** Properties that errors have without their being enumerable. */
const HIDDEN: ReadonlySet<string> = new Set(["message", "cause", "errors"]);

/** Errors of the built-in classes: JavaScript's are made when they leave. */
export class ErrorCodec extends PairCodec {
  readonly name = "an Error";

  accepts(value: unknown): boolean {
    return value instanceof Error;
  }

  /** Names of the properties that the module lets be read (`get`) or set (`set`). */
  #names(access: "get" | "set"): readonly string[] {
    const operations = Object.keys(this.border.type(this.type).operations ?? {});
    return operations.flatMap((name) => (name.startsWith(`${access} `) ? name.slice(access.length + 1) : []));
  }

  make(value: object): object {
    const reference = this.border.raw(this.type, "make")(value) as object;
    this.push(this.#link(value as Error, reference));
    return reference;
  }

  /** The error of the module has the name and the message of JavaScript's, or the start of them if they are long. */
  #link(value: Error, reference: object): Pair {
    const known = new Map<string, unknown>();
    for (const name of ["name", "message"] as const) {
      const held = this.#read(reference, name);
      known.set(name, typeof held === "string" && String(value[name]).startsWith(held) ? held : value[name]);
    }
    return this.linkMade(value, reference, known);
  }

  #read(reference: object, name: string): unknown {
    const { border, type } = this;
    return border.decoder(border.operation(type, `get ${name}`)!.result)(border.raw(type, `get ${name}`)(reference));
  }

  override push({ value, reference, snapshot }: Pair): void {
    const known = snapshot as Map<string, unknown> | undefined;
    if (!known) return;
    for (const name of this.#names("set")) {
      const operation = this.border.operation(this.type, `set ${name}`)!;
      const place = operation.parameters[0]!;
      const held = (value as Properties)[name];
      if (Object.is(held, known.get(name)) || !this.border.codec(place[0]).accepts(held)) continue;
      known.set(name, held);
      this.border.call(operation.name)(reference, this.border.encoder(place)(held));
    }
  }

  override pull({ value, reference, snapshot }: Pair): void {
    const known = snapshot as Map<string, unknown> | undefined;
    if (!known) return;
    for (const name of this.#names("get")) {
      // A stack is where the error was made.
      if (name === "stack") continue;
      const held = this.#read(reference, name);
      if (Object.is(held, known.get(name))) continue;
      known.set(name, held);
      const enumerable = !HIDDEN.has(name);
      Object.defineProperty(value, name, { value: held, configurable: true, enumerable, writable: true });
    }
  }

  view(reference: object): object {
    // What JavaScript threw comes out as what it was.
    const origin: unknown = this.border.raw(this.type, "origin")(reference);
    if (origin instanceof Error) {
      this.pull(this.#link(origin, reference));
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
