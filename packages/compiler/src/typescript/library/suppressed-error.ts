import { Error } from "./error.ts";

/** `SuppressedError`. */
export class SuppressedError extends Error {
  #error: unknown;
  #suppressed: unknown;

  constructor(error?: unknown, suppressed?: unknown, message?: string) {
    super(message);
    super.name = "SuppressedError";
    this.#error = error;
    this.#suppressed = suppressed;
  }

  static override ["@@call"](error?: unknown, suppressed?: unknown, message?: unknown): SuppressedError {
    return new SuppressedError(error, suppressed, message as string);
  }

  get error(): unknown {
    return this.#error;
  }

  set error(error: unknown) {
    this.#error = error;
  }

  get suppressed(): unknown {
    return this.#suppressed;
  }

  set suppressed(suppressed: unknown) {
    this.#suppressed = suppressed;
  }
}
