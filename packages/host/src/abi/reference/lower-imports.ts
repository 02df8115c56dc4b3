import { hostFunctions } from "@rune/schema";
import { REFERENCE_MODULE } from "./names.ts";
import type { HostFunctions } from "../../host-value.ts";
import type { Charge } from "../../fuel/charge.ts";
import { lowerImport } from "./lower-import.ts";

/** The host functions that a module imports, as it calls them; nothing else of the host functions was checked. */
export function lowerImports(
  module: WebAssembly.Module,
  functions: HostFunctions,
  checkRunning: () => void,
  charge?: Charge,
): Record<string, unknown> {
  const imports: Record<string, unknown> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from !== REFERENCE_MODULE || !Object.hasOwn(hostFunctions, name)) continue;
    const signature = hostFunctions[name];
    const implementation = functions[name];
    if (signature && implementation) imports[name] = lowerImport(name, signature, implementation, checkRunning, charge);
  }
  return imports;
}
