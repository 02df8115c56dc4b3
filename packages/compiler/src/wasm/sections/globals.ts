import type { ByteBuffer } from "../byte-buffer.ts";
import type { ModuleLayout } from "../layout.ts";
import { createCodeWriter, writeInstruction } from "../write-instruction.ts";
import { writeStorageType } from "../write-types.ts";

/** Writes the globals with their initial values. */
export function writeGlobals(out: ByteBuffer, layout: ModuleLayout): boolean {
  out.u32(layout.globals.length);
  const code = createCodeWriter(out, layout);
  for (const { type, mutable, initial } of layout.globals) {
    writeStorageType(out, layout.types, type);
    out.byte(mutable ? 1 : 0);
    writeInstruction(code, initial, undefined);
    out.byte(0x0b);
  }
  return layout.globals.length > 0;
}
