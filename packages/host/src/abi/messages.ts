import { RuneError } from "@rune/schema";
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
