import type { Block } from "../block.ts";
import { runBinding } from "../block.ts";
import type { Selector } from "../reads.ts";

/** The blocks of a template by what a selector compares of their rows. */
export class SelectorRows {
  readonly names: ReadonlySet<string>;
  readonly #selector: Selector;
  /** The binding that compares. */
  readonly #binding: number;
  /** Most often there is one of each. */
  readonly #rows = new Map<unknown, Block | Set<Block>>();
  #chosen: unknown;

  constructor(selector: Selector, binding: number) {
    this.names = selector.names;
    this.#selector = selector;
    this.#binding = binding;
    this.#chosen = this.#choice;
  }

  /** Notes what a block's row compares as; `slot` is where the block remembers it. */
  place(block: Block, slot: number): void {
    const { memory } = block;
    const key = this.#selector.key(block.row);
    // Of a new block nothing is known, which could also be its key.
    if (memory[slot] === key && key !== undefined) return;
    this.remove(block, slot);
    memory[slot] = key;
    const rows = this.#rows.get(key);
    if (rows instanceof Set) rows.add(block);
    else this.#rows.set(key, rows ? new Set([rows, block]) : block);
  }

  /** Forgets a block. */
  remove(block: Block, slot: number): void {
    const key = block.memory[slot];
    const rows = this.#rows.get(key);
    if (rows instanceof Set) rows.delete(block);
    else if (rows === block) this.#rows.delete(key);
  }

  get #choice(): unknown {
    try {
      return this.#selector.chosen(undefined);
    } catch {
      // The bindings that compare find it out, too.
      return undefined;
    }
  }

  /** What the page has chosen may be something else: brings the rows up to date that were and that are chosen. */
  choose(): void {
    const before = this.#chosen;
    const chosen = this.#choice;
    if (Object.is(before, chosen)) return;
    this.#chosen = chosen;
    for (const key of [before, chosen]) {
      const rows = this.#rows.get(key) ?? [];
      for (const block of rows instanceof Set ? rows : [rows].flat()) runBinding(block, this.#binding, undefined);
    }
  }
}
