import type { ModuleEntry } from "@rune/schema";
import type { CompileOptions } from "../abi.ts";
import { assertFuel } from "../assert-fuel.ts";
import { chunks } from "./chunks.ts";
import { compileReference } from "./compile.ts";
import { interfaceInvalid } from "./messages.ts";
import { parseInterface } from "./parse-interface.ts";

/**
 * Compiles a module that is a guest. One that is not trusted must have fuel, and an interface that fits its schema.
 * @throws RuneError (as a rejection) with a code `module_…`.
 */
export async function compileGuest(
  bytes: Uint8Array,
  { file }: ModuleEntry,
  { trusted }: CompileOptions,
): Promise<WebAssembly.Module> {
  if (trusted) return compileReference(bytes, file);
  const [{ checkInterface }] = await Promise.all([chunks.interface(), assertFuel(bytes, file)]);
  const module = await compileReference(bytes, file);
  const described = parseInterface(module, file);
  const problem = described === undefined ? undefined : checkInterface(described);
  if (problem !== undefined) throw interfaceInvalid(file, problem);
  return module;
}
