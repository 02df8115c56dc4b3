import { RuneError } from "@rune/schema";
import { quote } from "../../quote.ts";

/*
 * Failures of modules that work with references.
 */

export function engineUnsuitable(file: string, cause: unknown): RuneError {
  return new RuneError(
    "module_engine_unsuitable",
    `${quote(file)} needs WebAssembly with garbage collection, which this engine lacks. Use Node 22, Chrome 119, Firefox 120, Safari 18.2 or newer, or compile the module for linear memory, as \`controller.as.ts\`.`,
    { cause, data: { file } },
  );
}

/** `given` is a kind of value as `typeof` names it: nothing of the value itself is looked at. */
export function importArgumentInvalid(name: string, position: number, expected: string, given: string): RuneError {
  return new RuneError(
    "guest_import_argument",
    `The host function ${quote(name)} takes ${expected} as argument ${position}, and the module passed ${given}.`,
    { data: { import: name, argument: position } },
  );
}

export function importTextTooLong(length: number, limit: number): RuneError {
  return new RuneError(
    "guest_import_text_length",
    `A host function got a text of ${length} characters to store; at most ${limit} are taken.`,
    { data: { length, limit } },
  );
}

export function interfaceInvalid(file: string, problem: string): RuneError {
  return new RuneError(
    "module_interface_invalid",
    `${quote(file)} describes its exports in a way that this runtime does not understand: ${problem}. Build the package again.`,
    { data: { file } },
  );
}

/** What is thrown in the guest and not caught there. */
export function guestThrew(error: unknown): RuneError {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : "a value that is no error";
  return new RuneError("guest_threw", `it threw ${text}`, { cause: error });
}
