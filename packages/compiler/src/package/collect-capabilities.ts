import {
  compareText,
  defaultGrants,
  hostFunctions,
  type CapabilityName,
  type CapabilityRequest,
  type Diagnostic,
} from "@rune/schema";
import type { CompiledModule } from "../engines/index.ts";
import { messages } from "./messages.ts";
import { diagnose } from "./source-text.ts";

/** A module and the author's file that it came from. */
export interface ModuleSource {
  file: string;
  module: CompiledModule;
}

/**
 * What the package asks for: what the author asked for, plus the harmless capabilities that modules use. One that
 * reaches beyond the app is never added silently.
 */
export function collectCapabilities(
  requested: readonly CapabilityRequest[],
  modules: readonly ModuleSource[],
): { capabilities: CapabilityRequest[]; diagnostics: Diagnostic[] } {
  const byName = new Map<CapabilityName, CapabilityRequest>(requested.map((request) => [request.name, request]));
  const diagnostics: Diagnostic[] = [];
  for (const { file, module } of modules) {
    for (const name of module.capabilities) {
      if (byName.has(name)) continue;
      if (defaultGrants.includes(name)) {
        byName.set(name, { name });
        continue;
      }
      const imported = module.imports.find((each) => hostFunctions[each]?.capability === name) ?? name;
      const called = imported === "http_fetch" && module.abi === "gc" ? "fetch" : imported;
      diagnostics.push(diagnose(messages.app_capability_missing(name, called), file));
    }
  }
  return { capabilities: [...byName.values()].sort((a, b) => compareText(a.name, b.name)), diagnostics };
}
