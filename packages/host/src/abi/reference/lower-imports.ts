import { hostFunctions } from "@rune/schema";
import { REFERENCE_MODULE } from "./names.ts";
import type { HostFunctions } from "../../host-value.ts";
import { lowerImport } from "./lower-import.ts";

/** The host functions that a module imports, as it calls them; nothing else of the host functions was checked. */
export function lowerImports(
  module: WebAssembly.Module,
  functions: HostFunctions,
  checkRunning: () => void,
): Record<string, unknown> {
  const imports: Record<string, unknown> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const signature = from === REFERENCE_MODULE ? hostFunctions[name] : undefined;
    const implementation = functions[name];
    if (signature && implementation) imports[name] = lowerImport(name, signature, implementation, checkRunning);
  }
  return imports;
}
