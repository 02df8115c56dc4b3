import { errorNamed } from "./error-named.ts";

interface ErrorOptions {
  cause?: unknown;
}

/**
 * `Error`. What instances have in JavaScript without its being enumerable is private here, behind accessors.
 */
export class Error {
  #name: string;
  #message: string;
  #cause: unknown;
  #trace: $host;
  /** Set by the program. */
  #stack: string | undefined = undefined;

  /** @analyzedOnce */
  constructor(message?: string, options?: ErrorOptions) {
    this.#name = "Error";
    this.#message = $isUndefined(message) ? "" : `${message}`;
    if (!$isUndefined(options)) this.#cause = options!.cause;
    this.#trace = $js_error_capture();
  }

  static ["@@call"](message?: unknown, options?: unknown): Error {
    return new Error(message as string, options as ErrorOptions);
  }

  /** The stack is noted when the error is made; there is nothing left to do. */
  static captureStackTrace(_error: unknown): void {}

  /** @analyzedOnce */
  get name(): string {
    return this.#name;
  }

  /** @analyzedOnce */
  set name(name: string) {
    this.#name = name;
  }

  /** @analyzedOnce */
  get message(): string {
    return this.#message;
  }

  /** @analyzedOnce */
  set message(message: string) {
    this.#message = message;
  }

  /** @analyzedOnce */
  get cause(): unknown {
    return this.#cause;
  }

  /** @analyzedOnce */
  set cause(cause: unknown) {
    this.#cause = cause;
  }

  /** @analyzedOnce */
  get stack(): string | undefined {
    return this.#stack ?? $concat(this.toString(), $js_error_frames(this.#trace));
  }

  /** @analyzedOnce */
  set stack(stack: string | undefined) {
    this.#stack = stack;
  }

  /**
   * Keeps the stack of the JavaScript error that this one stands for.
   *
   * @analyzedOnce
   */
  ["@@caught"](thrown: $host): void {
    this.#trace = thrown;
  }

  /** Copies it for `structuredClone`: what it has been named decides what the copy is. */
  ["@@clone"](): Error {
    const copy = errorNamed(this.name, this.message);
    copy.stack = this.stack;
    return copy;
  }

  /** Shows it as `console` does. */
  ["@@inspect"](): string {
    return this.stack ?? this.toString();
  }

  /** The JavaScript error that this one stands for, or what the stack was noted with. */
  ["@@origin"](): $host {
    return this.#trace;
  }

  /** @analyzedOnce */
  toString(): string {
    const name = `${this.name}`;
    const message = `${this.message}`;
    if (name === "") return message;
    return message === "" ? name : `${name}: ${message}`;
  }
}

/** `TypeError`. */
export class TypeError extends Error {
  /** @analyzedOnce */
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    super.name = "TypeError";
  }

  static override ["@@call"](message?: unknown, options?: unknown): TypeError {
    return new TypeError(message as string, options as ErrorOptions);
  }
}

/** `RangeError`. */
export class RangeError extends Error {
  /** @analyzedOnce */
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    super.name = "RangeError";
  }

  static override ["@@call"](message?: unknown, options?: unknown): RangeError {
    return new RangeError(message as string, options as ErrorOptions);
  }
}

/** `SyntaxError`. */
export class SyntaxError extends Error {
  /** @analyzedOnce */
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    super.name = "SyntaxError";
  }

  static override ["@@call"](message?: unknown, options?: unknown): SyntaxError {
    return new SyntaxError(message as string, options as ErrorOptions);
  }
}

/** `ReferenceError`. */
export class ReferenceError extends Error {
  /** @analyzedOnce */
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    super.name = "ReferenceError";
  }

  static override ["@@call"](message?: unknown, options?: unknown): ReferenceError {
    return new ReferenceError(message as string, options as ErrorOptions);
  }
}

/** `EvalError`. */
export class EvalError extends Error {
  /** @analyzedOnce */
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    super.name = "EvalError";
  }

  static override ["@@call"](message?: unknown, options?: unknown): EvalError {
    return new EvalError(message as string, options as ErrorOptions);
  }
}

/** `URIError`. */
export class URIError extends Error {
  /** @analyzedOnce */
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    super.name = "URIError";
  }

  static override ["@@call"](message?: unknown, options?: unknown): URIError {
    return new URIError(message as string, options as ErrorOptions);
  }
}
