import {
  compareText,
  defaultGrants,
  hostFunctions,
  type CapabilityName,
  type CapabilityRequest,
  type Diagnostic,
} from "@rune/schema";
import type { CompiledModule } from "../engines/index.ts";
import { listModules, type CompiledControllers } from "./compile-controllers.ts";
import { messages } from "./messages.ts";
import { diagnose, diagnoseRange, type Message, type SourceText } from "./source-text.ts";

/** A module and the author's files that it came from, of which the first is its controller. */
export interface ModuleSource {
  files: readonly SourceText[];
  module: CompiledModule;
}

/** The modules, with all files that they are made of. */
export function listSources(
  controllers: CompiledControllers,
  readFile: (path: string) => string | undefined,
): ModuleSource[] {
  return listModules(controllers).map(({ source, whole }) => {
    const others = whole.dependencies.map((file) => ({ file, text: readFile(file) ?? "" }));
    return { files: [source, ...others], module: whole };
  });
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
  for (const { files, module } of modules) {
    for (const name of module.capabilities) {
      if (byName.has(name)) continue;
      if (defaultGrants.includes(name)) {
        byName.set(name, { name });
        continue;
      }
      const imported = module.imports.find((each) => hostFunctions[each]?.capability === name) ?? name;
      const called = imported === "http_fetch" && module.abi === "gc" ? "fetch" : imported;
      diagnostics.push(diagnoseUse(messages.app_capability_missing(name, called), files, called));
    }
  }
  return { capabilities: [...byName.values()].sort((a, b) => compareText(a.name, b.name)), diagnostics };
}

/** A diagnostic where the function of the host is first named, or about the whole file where it has another name there. */
function diagnoseUse(message: Message, files: readonly SourceText[], name: string): Diagnostic {
  for (const file of files) {
    const found = new RegExp(`\\brune\\s*\\.\\s*(${name})\\b`, "d").exec(file.text);
    const [start, end] = found?.indices?.[1] ?? [];
    if (start !== undefined && end !== undefined) return diagnoseRange(message, file, start, end);
  }
  return diagnose(message, files[0]?.file);
}
