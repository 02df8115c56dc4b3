import { RuneError } from "@rune/schema";
import type { StackPlace } from "@rune/schema/source-map";
import { quote } from "../../quote.ts";

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

/** Where in a guest something happened, as far as its module and the engine tell. */
export interface GuestPlace {
  source?: StackPlace | undefined;
  function?: string | undefined;
  /** Bytes of the module in the functions that were running, the innermost first. */
  offsets?: readonly number[] | undefined;
}

/** What is thrown in the guest and not caught there, and traps. */
export function guestFailed(file: string, name: string, place: GuestPlace, cause: unknown): RuneError {
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : "a value that is no error";
  return cause instanceof WebAssembly.RuntimeError
    ? failure("guest_trapped", file, name, place, cause, "trapped", cause.message)
    : failure("guest_threw", file, name, place, cause, "threw", text);
}

export function outOfFuel(file: string, name: string, place: GuestPlace, cause: unknown): RuneError {
  const reason = "it did more in a turn than its host allows.";
  return failure("guest_out_of_fuel", file, name, place, cause, "was stopped", reason);
}

function failure(
  code: string,
  file: string,
  name: string,
  { source, function: inner, offsets = [] }: GuestPlace,
  cause: unknown,
  verb: string,
  reason: string,
): RuneError {
  const data: Record<string, unknown> = { file, export: name };
  let where = "";
  if (inner !== undefined && inner !== name) {
    data["function"] = inner;
    where = ` in ${quote(inner)}`;
  }
  if (source) {
    const { frame, line, column } = source;
    data["location"] = { file: source.file, line, column };
    data["frame"] = frame;
    where += ` (${source.file}:${line}:${column})`;
  } else if (offsets.length > 0) {
    data["offsets"] = offsets;
    if (inner === undefined) where = ` at bytes ${offsets.join()}`;
  }
  return new RuneError(code, `${quote(name)} of ${quote(file)} ${verb}${where}: ${reason}`, { cause, data });
}
