import { READ_RETURN_BUFFER } from "@rune/schema";
import type { GuestMemory } from "./guest-memory.ts";

/**
 * The block that an import returned last, until the guest fetches it. An import of today's form has one result, the length
 * or -1; one of the older form has two, whether there is a value and its length. The engine converts what the host gives by
 * the import's declared type: a number by `valueOf`, several by iteration. So one object answers both.
 */
export class ReturnBuffer {
  readonly #memory: GuestMemory;
  #block: Uint8Array | undefined;

  constructor(memory: GuestMemory) {
    this.#memory = memory;
  }

  /** Keeps a block, or "absent", and gives what the import shall return. */
  put(block: Uint8Array | undefined): this {
    this.#block = block;
    return this;
  }

  /** Copies as much of the block as fits into the guest; gives the number of bytes. */
  read(destination: unknown, capacity: unknown): number {
    const block = this.#block ?? new Uint8Array();
    const size = typeof capacity === "number" ? Math.min(capacity >>> 0, block.length) : block.length;
    this.#memory.write(`The import \`${READ_RETURN_BUFFER}\``, destination, block.subarray(0, size));
    return size;
  }

  valueOf(): number {
    return this.#block?.length ?? -1;
  }

  [Symbol.iterator](): IterableIterator<number> {
    return [this.#block ? 1 : 0, this.#block?.length ?? 0][Symbol.iterator]();
  }
}
