import { RuneError } from "@rune/schema";
import type { StackPlace } from "@rune/schema/source-map";
import { quote } from "../quote.ts";

/*
 * Failures of calling an export, whatever the ABI.
 */

export function argumentCount(file: string, name: string, expected: number, actual: number): RuneError {
  return new RuneError(
    "guest_argument_count",
    `${quote(name)} of ${quote(file)} takes ${expected} argument${expected === 1 ? "" : "s"} and was called with ${actual}.`,
    { data: { file, export: name, expected, actual } },
  );
}

export function argumentInvalid(file: string, name: string, parameter: string, type: string, given: string): RuneError {
  return new RuneError(
    "guest_argument_type",
    `${quote(name)} of ${quote(file)}: the parameter ${quote(parameter)} takes ${type}, not ${given}.`,
    { data: { file, export: name, parameter, type } },
  );
}

export function resultInvalid(file: string, name: string, type: string, problem: string): RuneError {
  return new RuneError("guest_result_invalid", `${quote(name)} of ${quote(file)} should give a ${type}: ${problem}.`, {
    data: { file, export: name, type },
  });
}

/** Where in a guest something happened, as far as its module and the engine tell. */
export interface GuestPlace {
  source?: StackPlace | undefined;
  function?: string | undefined;
  /** Bytes of the module in the functions that were running, the innermost first. */
  offsets?: readonly number[] | undefined;
}

/** @param lack of what there was too little */
export function outOfFuel(
  file: string,
  name: string,
  place: GuestPlace,
  cause: unknown,
  lack: "ticks" | "time",
): RuneError {
  const reason = `it ${lack === "time" ? "took longer for" : "did more in"} a turn than its host allows.`;
  return failureAt("guest_out_of_fuel", file, name, place, cause, "was stopped", reason);
}

/** What became of a call, and where in the guest. */
export function failureAt(
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
