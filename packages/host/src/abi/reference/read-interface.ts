import { moduleInterfaceSchema, validate, type ModuleInterface } from "@rune/schema";
import { interfaceInvalid } from "./messages.ts";
import { parseInterface } from "./parse-interface.ts";

/**
 * The interface that a module carries, checked; `undefined` where it carries none: then its exports take and give plain values.
 * @throws RuneError `module_interface_invalid`
 */
export function readInterface(module: WebAssembly.Module, file: string): ModuleInterface | undefined {
  const value = parseInterface(module, file);
  if (value === undefined) return undefined;
  const [issue] = validate(moduleInterfaceSchema, value);
  if (issue) throw interfaceInvalid(file, `${issue.path} ${issue.message}`);
  return value as ModuleInterface;
}
