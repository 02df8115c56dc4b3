type Callee = (this: unknown, ...values: unknown[]) => unknown;

/** A function of JavaScript as the module has it: only those that were passed in can be called. */
export class Callback {
  #function: Callee;
  #receiver: unknown;

  /** `receiver` is the object whose method it is. */
  constructor(callee: Callee, receiver?: unknown) {
    this.#function = callee;
    this.#receiver = receiver;
  }

  /** Calls the function behind a reference that the module passes, on what the module says if it does. */
  static call(reference: unknown, values: readonly unknown[], receiver?: unknown): unknown {
    if (typeof reference !== "object" || reference === null || !(#function in reference)) {
      throw new TypeError("the module called a function that it was not given");
    }
    return Reflect.apply(reference.#function, receiver === undefined ? reference.#receiver : receiver, values);
  }
}
