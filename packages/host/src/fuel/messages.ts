import { RuneError } from "@rune/schema";
import { quote } from "../quote.ts";

/** Where in a module something is wrong: a byte, and the number of the function around it. */
export interface CodePlace {
  offset?: number;
  function?: number;
}

const describe = ({ offset, function: index }: CodePlace): string => {
  const parts = [
    ...(index === undefined ? [] : [`in function ${index}`]),
    ...(offset === undefined ? [] : [`at byte ${offset}`]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
};

export function codeRefused(file: string, reason: string, place: CodePlace = {}): RuneError {
  return new RuneError("module_code_refused", `${quote(file)} is not loaded: ${reason}${describe(place)}.`, {
    data: { file, ...place },
  });
}

export function fuelMissing(file: string, reason: string, place: CodePlace = {}): RuneError {
  return new RuneError(
    "module_fuel_missing",
    `${quote(file)} could run for ever: ${reason}${describe(place)}. Compile it with fuel, or let the host trust it.`,
    { data: { file, ...place } },
  );
}

export function importRefused(file: string, module: string, name: string, reason: string): RuneError {
  return new RuneError(
    "module_import_refused",
    `${quote(file)} imports ${quote(name)} from ${quote(module)}, ${reason}.`,
    { data: { file, module, import: name } },
  );
}
