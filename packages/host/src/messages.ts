import { RuneError } from "@rune/schema";
import { quote } from "./quote.ts";
import { reasonOf } from "./reason.ts";

/*
 * Failures of loading and calling a guest. The linear ABI has its own beside it, so that they load with it.
 */

const howToGrant = (capability: string): string =>
  `Grant it: \`mount(source, element, { grants: [...defaultGrants, "${capability}"] })\``;

export function abiUnknown(file: string, abi: string): RuneError {
  return new RuneError(
    "module_abi_unavailable",
    `${quote(file)} speaks the ABI ${quote(abi)}, which this runtime lacks. Use a newer one.`,
    { data: { file, abi } },
  );
}

export function importForeign(file: string, module: string, name: string, expected: string): RuneError {
  return new RuneError(
    "module_import_foreign",
    `${quote(file)} imports ${quote(name)} from ${quote(module)}; its ABI has \`${expected}\` only.`,
    { data: { file, import: name, module } },
  );
}

export function importNoFunction(file: string, name: string, kind: string): RuneError {
  return new RuneError(
    "module_import_kind",
    `${quote(file)} imports ${quote(name)} as a ${kind}; only functions can be imported.`,
    { data: { file, import: name, kind } },
  );
}

export function importUnknown(file: string, name: string): RuneError {
  return new RuneError("module_import_unknown", `${quote(file)} imports ${quote(name)}, which is no host function.`, {
    data: { file, import: name },
  });
}

export function importUndeclared(file: string, name: string): RuneError {
  return new RuneError(
    "module_import_undeclared",
    `${quote(file)} imports ${quote(name)}, which the manifest does not list. Build the package again.`,
    { data: { file, import: name } },
  );
}

export function capabilityUndeclared(file: string, name: string, capability: string): RuneError {
  return new RuneError(
    "module_capability_undeclared",
    `${quote(file)} imports ${quote(name)}, which needs the capability \`${capability}\`; the manifest does not declare it. Build the package again.`,
    { data: { file, import: name, capability } },
  );
}

export function capabilityDenied(file: string, capability: string, name?: string): RuneError {
  const need = name === undefined ? "needs" : `imports ${quote(name)}, which needs`;
  return new RuneError(
    "module_capability_denied",
    `${quote(file)} ${need} the capability \`${capability}\`, which this host does not grant. ${howToGrant(capability)}.`,
    { data: name === undefined ? { file, capability } : { file, import: name, capability } },
  );
}

export function importUnavailable(file: string, name: string): RuneError {
  return new RuneError(
    "module_import_unavailable",
    `${quote(file)} imports ${quote(name)}, which this host does not implement.`,
    { data: { file, import: name } },
  );
}

export function exportMissing(file: string, name: string): RuneError {
  return new RuneError(
    "module_export_missing",
    `${quote(file)} lacks the export ${quote(name)} that the manifest declares. Build the package again.`,
    { data: { file, export: name } },
  );
}

export function moduleNotCompiled(file: string, cause: unknown): RuneError {
  return new RuneError("module_not_compiled", `${quote(file)} is no WebAssembly for this engine: ${reasonOf(cause)}`, {
    cause,
    data: { file },
  });
}

export function moduleNotInstantiated(file: string, cause: unknown): RuneError {
  return new RuneError("module_not_instantiated", `${quote(file)} did not start: ${reasonOf(cause)}`, {
    cause,
    data: { file },
  });
}

export function exportUnknown(file: string, name: string): RuneError {
  return new RuneError("guest_export_unknown", `${quote(file)} declares no export ${quote(name)}.`, {
    data: { file, export: name },
  });
}

export function variableConstant(file: string, name: string): RuneError {
  return new RuneError("guest_variable_constant", `${quote(name)} of ${quote(file)} is a constant.`, {
    data: { file, export: name },
  });
}

export function instanceStopped(file: string, name: string, cause?: unknown): RuneError {
  const reason = cause instanceof Error ? `: ${cause.message}` : ".";
  return new RuneError("instance_stopped", `${quote(name)} of ${quote(file)} cannot run: it was stopped${reason}`, {
    cause,
    data: { file, export: name },
  });
}

export function callTooDeep(file: string, name: string, limit: number): RuneError {
  return new RuneError(
    "guest_call_too_deep",
    `${quote(name)} of ${quote(file)} calls itself more than ${limit} calls deep.`,
    { data: { file, export: name } },
  );
}

/** Place in the guest where a trap happened, as far as the engine tells. */
export interface TrapPlace {
  file: string;
  export: string;
  /** Name of the innermost guest function, where the module has names. */
  function?: string;
}

export function guestTrapped(place: TrapPlace, cause: unknown): RuneError {
  const reason = reasonOf(cause);
  const inside = place.function === undefined ? "" : ` (in ${quote(place.function)})`;
  return new RuneError("guest_trapped", `${quote(place.export)} of ${quote(place.file)} trapped${inside}: ${reason}`, {
    cause,
    data: { ...place },
  });
}

export function hostFunctionFailed(name: string, cause: unknown): RuneError {
  return new RuneError("host_function_failed", `The host function ${quote(name)} failed: ${reasonOf(cause)}`, {
    cause,
    data: { import: name },
  });
}

/** The same failure, told with the module and export in which it happened. */
export function withPlace(error: RuneError, place: TrapPlace): RuneError {
  if ("file" in error.data) return error;
  return new RuneError(error.code, `${quote(place.export)} of ${quote(place.file)}: ${error.message}`, {
    cause: error.cause ?? error,
    data: { ...place, ...error.data },
  });
}
