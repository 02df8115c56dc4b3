import { INTERFACE_SECTION } from "./names.ts";
import { interfaceInvalid } from "./messages.ts";

/**
 * What a module carries as its interface, as it is; `undefined` where it carries none.
 * @throws RuneError `module_interface_invalid` if it is no JSON
 */
export function parseInterface(module: WebAssembly.Module, file: string): unknown {
  const [section] = WebAssembly.Module.customSections(module, INTERFACE_SECTION);
  if (!section) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(section)));
  } catch (error) {
    throw interfaceInvalid(file, error instanceof Error ? error.message : String(error));
  }
}
