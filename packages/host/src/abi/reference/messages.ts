import { RuneError } from "@rune/schema";
import { quote } from "../../quote.ts";
import { failureAt, type GuestPlace } from "../messages.ts";

/*
 * Failures of modules that work with references.
 */

export function engineUnsuitable(file: string, cause: unknown): RuneError {
  return new RuneError(
    "module_engine_unsuitable",
    `${quote(file)} needs the WebAssembly of Node 22, Chrome 119, Firefox 120, Safari 18.2 or newer.`,
    { cause, data: { file } },
  );
}

/** `given` is a kind of value as `typeof` names it: nothing of the value itself is looked at. */
export function importArgumentInvalid(name: string, position: number, expected: string, given: string): RuneError {
  return new RuneError(
    "guest_import_argument",
    `${quote(name)} takes ${expected} as argument ${position}, not ${given}.`,
    { data: { import: name, argument: position } },
  );
}

export function importTextTooLong(length: number, limit: number): RuneError {
  return new RuneError("guest_import_text_length", `A host function takes ${limit} characters, not ${length}.`, {
    data: { length, limit },
  });
}

export function interfaceInvalid(file: string, problem: string): RuneError {
  return new RuneError("module_interface_invalid", `${quote(file)} has an invalid interface: ${problem}.`, {
    data: { file },
  });
}

/** What is thrown in the guest and not caught there, and traps. */
export function guestFailed(file: string, name: string, place: GuestPlace, cause: unknown): RuneError {
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : "a value that is no error";
  return cause instanceof WebAssembly.RuntimeError
    ? failureAt("guest_trapped", file, name, place, cause, "trapped", cause.message)
    : failureAt("guest_threw", file, name, place, cause, "threw", text);
}
