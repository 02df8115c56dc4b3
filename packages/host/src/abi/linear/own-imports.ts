import { READ_RETURN_BUFFER } from "@rune/schema";
import { FUEL_EXPORT } from "../fuel-names.ts";

/** Whether an import belongs to the ABI rather than to the host functions. */
export function isOwnImport({ module, name, kind }: WebAssembly.ModuleImportDescriptor): boolean {
  return module === FUEL_EXPORT || (name === READ_RETURN_BUFFER && kind === "function");
}
