/** A function of JavaScript as the module has it: only those that were passed in can be called. */
export class Callback {
  #function: (...values: unknown[]) => unknown;

  constructor(callee: (...values: unknown[]) => unknown) {
    this.#function = callee;
  }

  /** The function behind a reference that the module passes. */
  static functionOf(reference: unknown): (...values: unknown[]) => unknown {
    if (typeof reference === "object" && reference !== null && #function in reference) return reference.#function;
    throw new TypeError("the module called a function that it was not given");
  }
}
