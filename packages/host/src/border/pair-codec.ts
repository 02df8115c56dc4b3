import type { ObjectCodec, Pair } from "./border-codec.ts";
import type { Border } from "./border.ts";
import { Mismatch } from "./mismatch.ts";
import { createReader } from "./reader.ts";

/** What all types have whose objects belong to an object of the other side. */
export abstract class PairCodec implements ObjectCodec {
  abstract readonly name: string;
  readonly simple = false;
  readonly border: Border;
  readonly type: number;
  /** What the module has of JavaScript's values of the type does not come out again. */
  readonly stays: boolean;
  #accepted: ReadonlySet<number>;
  #read: ((reference: object) => unknown) | undefined;

  constructor(border: Border, type: number) {
    this.border = border;
    this.type = type;
    const { accepts = [], stays = false } = border.type(type);
    this.stays = stays;
    this.#accepted = new Set([type, ...accepts]);
  }

  abstract accepts(value: unknown): boolean;

  /** Makes an object of the module that belongs to the value. */
  abstract make(value: object): object;

  /** Makes an object of JavaScript that belongs to the reference. */
  abstract view(reference: object): object;

  push(_pair: Pair): void {}

  pull(_pair: Pair): void {}

  toGuest(value: unknown): unknown {
    const known = this.find(value);
    if (known) {
      this.border.pairs.push(known);
      return known.reference;
    }
    if (!this.isPossible(value)) throw new Mismatch(this.name, value);
    return this.make(value as object);
  }

  /** Whether the value can be given where nothing else than this type is meant. */
  protected isPossible(value: unknown): boolean {
    return this.accepts(value);
  }

  toHost(reference: object): unknown {
    this.#read ??= createReader(this.border, this.type);
    return this.#read(reference);
  }

  see(reference: object): unknown {
    const { pairs } = this.border;
    const known = pairs.ofReference(reference);
    if (!known) return this.view(reference);
    pairs.pull(known);
    return known.value;
  }

  /** The pair of a value that can be given as this type. */
  find(value: unknown): Pair | undefined {
    if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
    let pair = this.border.pairs.ofValue(value);
    while (pair && !this.#accepted.has(pair.codec.type)) pair = pair.next;
    return pair;
  }

  /** Links what was made of a value; what the module does to it is brought back. */
  linkMade(value: object, reference: object, snapshot: unknown): Pair {
    const { pairs } = this.border;
    const pair = pairs.link(value, reference, this, snapshot, this.stays);
    pairs.meet(pair);
    return pair;
  }
}
