import type { ByteBuffer } from "../byte-buffer.ts";
import { indexOf } from "../layout.ts";
import type { ModuleLayout } from "../layout.ts";

/** Writes which function runs when the module is instantiated. */
export function writeStart(out: ByteBuffer, { module, functionIndices }: ModuleLayout): boolean {
  if (!module.start) return false;
  out.u32(indexOf(functionIndices, module.start));
  return true;
}
