import type { ModuleEntry } from "@rune/schema";
import type { CompileOptions } from "../abi.ts";
import { assertFuel } from "../assert-fuel.ts";
import { untrustedPageLimit } from "./guest-memory.ts";

/**
 * Compiles a module with linear memory, for which engines need no options. One that is not trusted must have fuel, and a maximum of memory.
 * @throws RuneError (as a rejection) with a code `module_…`.
 */
export async function compile(
  bytes: Uint8Array,
  entry: ModuleEntry,
  { trusted }: CompileOptions,
): Promise<WebAssembly.Module> {
  if (!trusted) await assertFuel(bytes, entry.file, untrustedPageLimit(entry));
  return WebAssembly.compile(bytes);
}
