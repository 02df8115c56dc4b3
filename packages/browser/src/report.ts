import { isRuneError } from "@rune/schema";
import type { RuneError } from "@rune/schema";

/** Something that went wrong in a running app; the page goes on. */
export interface ErrorReport {
  /** Stable code, described in the reference. */
  readonly code: string;
  readonly message: string;
  /** File of the module in the package. */
  readonly module?: string;
  /** Name of the export that ran. */
  readonly function?: string;
  /** Name of the view whose controller ran. */
  readonly view?: string;
  /** Place in the author's source, where it is known. */
  readonly location?: SourceLocation;
  readonly error: RuneError;
}

/** A place in an author's file; lines and columns count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What ran when an error happened. */
export interface ErrorOrigin {
  readonly module?: string | undefined;
  readonly function?: string | undefined;
  readonly view?: string | undefined;
}

/** Gives every failure a code. */
export function toRuneError(error: unknown, wrap: (cause: unknown) => RuneError): RuneError {
  return isRuneError(error) ? error : wrap(error);
}
