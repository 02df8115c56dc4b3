/** Shared by all copies of this library on a page, where `instanceof` would fail. */
const brand = Symbol.for("rune.error");

/** What makes a text look like another one, to people and terminals: control characters, but for those of lines, and changes of direction. */
const hidden = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What a `RuneError` carries besides its text. */
export interface RuneErrorOptions {
  cause?: unknown;
  /** Facts for programs: file, import, capability … */
  data?: Readonly<Record<string, unknown>>;
}

/** A failure at run time, with a stable code. `docs/reference/errors.md` has a section for each. */
export class RuneError extends Error {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, options: RuneErrorOptions = {}) {
    // Much of it may be what a package says.
    super(message.replace(hidden, encodeURIComponent), "cause" in options ? { cause: options.cause } : undefined);
    this.name = "RuneError";
    this.code = code;
    this.data = options.data ?? {};
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether a value is a `RuneError`, also one of another copy of this library. */
export function isRuneError(value: unknown): value is RuneError {
  try {
    return brand in (value as object);
  } catch {
    // No object, or one that throws when it is looked at.
    return false;
  }
}
