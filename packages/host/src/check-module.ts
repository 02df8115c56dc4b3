import { hostFunctions, type CapabilityName, type ModuleEntry } from "@rune/schema";
import type { Abi } from "./abi/abi.ts";
import type { HostFunctions } from "./host-value.ts";
import {
  capabilityDenied,
  capabilityUndeclared,
  exportMissing,
  importForeign,
  importNoFunction,
  importUnavailable,
  importUndeclared,
  importUnknown,
} from "./messages.ts";

/** What a module is checked against. */
export interface ModuleCheckOptions {
  module: WebAssembly.Module;
  entry: ModuleEntry;
  grants: ReadonlySet<CapabilityName>;
  functions: HostFunctions;
  abi: Abi;
}

/**
 * Checks, before anything of a module runs, that it imports no more than host functions that the manifest declares and the
 * host grants, and that it has what the manifest says it exports.
 * @throws RuneError with a code `module_…`.
 */
export function checkModule(options: ModuleCheckOptions): void {
  const { module, entry, grants } = options;
  for (const capability of entry.capabilities) {
    if (!grants.has(capability)) {
      const name = entry.imports.find((each) => lookUp(each)?.capability === capability);
      throw capabilityDenied(entry.file, capability, name);
    }
  }
  for (const imported of WebAssembly.Module.imports(module)) checkImport(options, imported);
  const functions = new Set(options.abi.listExports(module, entry.file));
  for (const { name } of entry.exports) if (!functions.has(name)) throw exportMissing(entry.file, name);
}

function checkImport(
  { entry, grants, functions, abi }: ModuleCheckOptions,
  imported: WebAssembly.ModuleImportDescriptor,
): void {
  const { file } = entry;
  const { module, name, kind } = imported;
  if (abi.isOwnImport(imported)) return;
  if (module !== abi.importModule) throw importForeign(file, module, name, abi.importModule);
  if (kind !== "function") throw importNoFunction(file, name, kind);
  const known = lookUp(name);
  if (!known) throw importUnknown(file, name);
  if (!entry.imports.includes(name)) throw importUndeclared(file, name);
  const { capability } = known;
  if (capability !== undefined) {
    if (!entry.capabilities.includes(capability)) throw capabilityUndeclared(file, name, capability);
    if (!grants.has(capability)) throw capabilityDenied(file, capability, name);
  }
  if (name !== "abort" && typeof functions[name] !== "function") throw importUnavailable(file, name);
}

function lookUp(name: string): (typeof hostFunctions)[string] | undefined {
  return Object.hasOwn(hostFunctions, name) ? hostFunctions[name] : undefined;
}
