import { READ_RETURN_BUFFER } from "@rune/schema";

/** Whether an import belongs to the ABI rather than to the host functions. */
export function isOwnImport({ name, kind }: WebAssembly.ModuleImportDescriptor): boolean {
  return name === READ_RETURN_BUFFER && kind === "function";
}
