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
    this.#chosen = selector.chosen(undefined);
  }

  /** Notes what a block's row compares as; `i` is the selector's position in the template. */
  place(block: Block, i: number): void {
    const { keys } = block;
    const key = this.#selector.key(block.row);
    if (i < keys.length) {
      if (keys[i] === key) return;
      this.remove(block, i);
    }
    keys[i] = key;
    const rows = this.#rows.get(key);
    if (rows instanceof Set) rows.add(block);
    else this.#rows.set(key, rows ? new Set([rows, block]) : block);
  }

  /** Forgets a block. */
  remove(block: Block, i: number): void {
    const key = block.keys[i];
    const rows = this.#rows.get(key);
    if (rows instanceof Set) rows.delete(block);
    else if (rows === block) this.#rows.delete(key);
  }

  /** What the page has chosen may be something else: brings the rows up to date that were and that are chosen. */
  choose(): void {
    const before = this.#chosen;
    const chosen = this.#selector.chosen(undefined);
    if (Object.is(before, chosen)) return;
    this.#chosen = chosen;
    for (const key of [before, chosen]) {
      const rows = this.#rows.get(key) ?? [];
      for (const block of rows instanceof Set ? rows : [rows].flat()) runBinding(block, this.#binding, undefined);
    }
  }
}
