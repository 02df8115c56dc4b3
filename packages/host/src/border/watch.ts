/** What the module tells by that an object has changed. Only the host makes these, so a module can tell of nothing else. */
export class Watch {
  #owner: object;

  /** `owner` is who wants to know. */
  constructor(owner: object) {
    this.#owner = owner;
  }

  /** Who wants to know of the change that the module tells of. */
  static ownerOf(reference: unknown): object {
    if (typeof reference !== "object" || reference === null || !(#owner in reference)) {
      throw new TypeError("the module told of a change that nobody had asked for");
    }
    return reference.#owner;
  }
}
