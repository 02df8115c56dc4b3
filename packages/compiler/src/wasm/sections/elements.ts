import type { ByteBuffer } from "../byte-buffer.ts";
import { indexOf } from "../layout.ts";
import type { ModuleLayout } from "../layout.ts";

/** Declares the functions whose references are made in code: one declarative segment. */
export function writeElements(out: ByteBuffer, { declared, functionIndices }: ModuleLayout): boolean {
  out.u32(1);
  out.u32(0x03);
  out.byte(0x00);
  out.u32(declared.length);
  for (const item of declared) out.u32(indexOf(functionIndices, item));
  return declared.length > 0;
}
