import type { ByteBuffer } from "../byte-buffer.ts";
import type { ModuleLayout } from "../layout.ts";
import { indexOfType } from "../type-space.ts";

/** Writes the type of each function; their bodies are in the code section. */
export function writeFunctions(out: ByteBuffer, { functions, types }: ModuleLayout): boolean {
  out.u32(functions.length);
  for (const { type } of functions) out.u32(indexOfType(types, type));
  return functions.length > 0;
}
