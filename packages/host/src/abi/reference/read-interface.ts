import { INTERFACE_SECTION, moduleInterfaceSchema, validate, type ModuleInterface } from "@rune/schema";
import { interfaceInvalid } from "./messages.ts";

/**
 * The interface that a module carries; `undefined` where it carries none: then its exports take and give plain values.
 * @throws RuneError `module_interface_invalid`
 */
export function readInterface(module: WebAssembly.Module, file: string): ModuleInterface | undefined {
  const [section] = WebAssembly.Module.customSections(module, INTERFACE_SECTION);
  if (!section) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(section)));
  } catch (error) {
    throw interfaceInvalid(file, error instanceof Error ? error.message : String(error));
  }
  const [issue] = validate(moduleInterfaceSchema, value);
  if (issue) throw interfaceInvalid(file, `${issue.path} ${issue.message}`);
  return value as ModuleInterface;
}
