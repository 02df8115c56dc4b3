import type { CarriedInterface, ModuleInterface } from "@rune/schema";
import { completeInterface } from "@rune/schema";
import { INTERFACE_SECTION } from "./names.ts";
import { interfaceInvalid } from "./messages.ts";

/**
 * The interface that a module carries; `undefined` where it carries none: then its exports take and give plain values. That of a module that
 * is not trusted was checked when it was compiled.
 * @throws RuneError `module_interface_invalid` if it is no JSON
 */
export function parseInterface(module: WebAssembly.Module, file: string): ModuleInterface | undefined {
  const [section] = WebAssembly.Module.customSections(module, INTERFACE_SECTION);
  if (!section) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(section));
    return completeInterface(JSON.parse(text) as CarriedInterface);
  } catch (error) {
    throw interfaceInvalid(file, error instanceof Error ? error.message : String(error));
  }
}
