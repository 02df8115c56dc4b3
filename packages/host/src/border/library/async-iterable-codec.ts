import type { BorderTypeDescription } from "@rune/schema";
import { createMethod } from "../calls.ts";
import { Mismatch } from "../mismatch.ts";
import { PairCodec } from "../pair-codec.ts";

type LibraryType = Extract<BorderTypeDescription, { type: "library" }>;

/** Asynchronous iterables and generators of the module. */
export class AsyncIterableCodec extends PairCodec {
  readonly name = "an asynchronous iterable of the module";

  accepts(value: unknown): boolean {
    return this.find(value) !== undefined;
  }

  make(value: object): object {
    throw new Mismatch(this.name, value);
  }

  view(reference: object): object {
    const { border, type } = this;
    const { iterator } = border.type(type) as LibraryType;
    const open = border.operation(type, "iterator");
    const next = createMethod(border, border.operation(iterator!, "next")!, "next", []);
    let own: object | undefined;
    const start = (): object => (own ??= open ? (border.call(open.name)(reference) as object) : reference);
    const value = {
      next: () => next(start(), []),
      return: (given?: unknown) => Promise.resolve({ value: given, done: true }),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
    border.pairs.link(value, reference, this, undefined);
    return value;
  }
}
