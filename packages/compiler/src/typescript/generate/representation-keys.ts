import type { HeldType, Representation } from "./representation.ts";

/** Names representations, so that what is made for one is made once. */
export class RepresentationKeys {
  #numbers = new Map<HeldType, number>();

  /** The same text for representations that are held alike. */
  of(representation: Representation): string {
    if (representation.type === "word") return `word ${representation.read}`;
    if (representation.type !== "reference") return representation.type;
    let number = this.#numbers.get(representation.struct);
    if (number === undefined) this.#numbers.set(representation.struct, (number = this.#numbers.size));
    return `reference ${number}`;
  }
}
