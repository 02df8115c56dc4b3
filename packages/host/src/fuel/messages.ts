/*
 * What is wrong with the code of a module. The names that a module gives are quoted by whoever tells of it, so that this loads without what
 * the rest of the host has for that.
 */

/** Where in a module something is wrong: a byte, and the number of the function around it. */
export interface CodePlace {
  offset?: number;
  function?: number;
}

/** Writes a name that a module gives as it may stand in a message. */
export type Quote = (name: string) => string;

/** Why a module is not loaded. */
export class CodeProblem extends Error {
  readonly code: string;
  readonly describe: (file: string, quote: Quote) => string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, describe: CodeProblem["describe"], data: Readonly<Record<string, unknown>>) {
    super(code);
    this.code = code;
    this.describe = describe;
    this.data = data;
  }
}

const write = ({ offset, function: index }: CodePlace): string => {
  const parts = [
    ...(index === undefined ? [] : [`in function ${index}`]),
    ...(offset === undefined ? [] : [`at byte ${offset}`]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
};

export function codeRefused(reason: string): CodeProblem {
  return new CodeProblem("module_code_refused", (file) => `${file} is not loaded: ${reason}.`, {});
}

export function exportRefused(name: string): CodeProblem {
  return new CodeProblem(
    "module_code_refused",
    (file, quote) => `${file} is not loaded: it exports ${quote(name)}, which is its host's.`,
    { export: name },
  );
}

export function fuelMissing(reason: string, place: CodePlace = {}): CodeProblem {
  return new CodeProblem(
    "module_fuel_missing",
    (file) => `${file} could run for ever: ${reason}${write(place)}. Compile it with fuel, or let the host trust it.`,
    { ...place },
  );
}

export function memoryUnbounded(maximum: number | undefined, limit: number): CodeProblem {
  const reach = maximum === undefined ? "without an end" : `to ${maximum} pages of 64 KiB`;
  return new CodeProblem(
    "module_memory_unbounded",
    (file) =>
      `${file} is not loaded: its memory may grow ${reach}, and a module that is not trusted may have ${limit} pages. Declare a maximum, or let the host trust the module.`,
    { maximum, limit },
  );
}

export function importRefused(module: string, name: string, reason: string): CodeProblem {
  return new CodeProblem(
    "module_import_refused",
    (file, quote) => `${file} imports ${quote(name)} from ${quote(module)}, ${reason}.`,
    { module, import: name },
  );
}
