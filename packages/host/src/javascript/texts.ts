import type { JavascriptFunctions } from "./javascript-function.ts";

/** A list of texts that the guest reads one by one; private fields refuse any other object. */
export class Texts {
  readonly #items: readonly (string | undefined)[];

  constructor(items: readonly (string | undefined)[]) {
    this.#items = items;
  }

  static length(texts: Texts): number {
    return texts.#items.length;
  }

  static get(texts: Texts, at: number): string | null {
    return texts.#items[at] ?? null;
  }
}

/** Reading of lists that other functions give. */
export function createTextsFunctions(): JavascriptFunctions {
  return { texts_length: Texts.length, texts_get: Texts.get };
}
