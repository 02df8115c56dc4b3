import type { WasmModule } from "./module.ts";
import { findReachable } from "./reachable.ts";

/** The functions that a module imports and uses, as pairs of module and name, in order. */
export function listImportedFunctions(module: WasmModule): [module: string, name: string][] {
  const { functions } = findReachable(module);
  return module.imports.functions.filter((item) => functions.has(item)).map((item) => [item.module, item.base]);
}
