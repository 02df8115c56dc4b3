import { Error } from "./error.ts";

/** `AggregateError`. */
export class AggregateError extends Error {
  #errors: unknown[];

  constructor(errors: Iterable<unknown>, message?: string, options?: { cause?: unknown }) {
    super(message, options);
    super.name = "AggregateError";
    const list: unknown[] = [];
    for (const error of errors) $arrayPush(list, error);
    this.#errors = list;
  }

  static override ["@@call"](errors?: unknown, message?: unknown, options?: unknown): AggregateError {
    return new AggregateError(errors as unknown[], message as string, options as { cause?: unknown });
  }

  get errors(): unknown[] {
    return this.#errors;
  }

  set errors(errors: unknown[]) {
    this.#errors = errors;
  }
}
